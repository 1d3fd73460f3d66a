namespace DetectionName.Rules;

public enum Risk
{
    Medium,
    High,
}
