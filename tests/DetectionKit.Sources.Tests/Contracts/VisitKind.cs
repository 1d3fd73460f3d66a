namespace DetectionKit.Sources.Tests.Contracts;

/// <summary>What kind of visit it is.</summary>
public enum VisitKind
{
    Read,
    Write,
}
