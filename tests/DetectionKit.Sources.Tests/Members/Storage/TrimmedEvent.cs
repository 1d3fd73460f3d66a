namespace DetectionKit.Sources.Tests.Members.Storage;

/// <summary>An event that changes what it is given.</summary>
public sealed class TrimmedEvent
{
    public string User { get; set => field = value.Trim(); } = "";
}
