namespace DetectionKit.Sources.Tests.Members.Storage;

/// <summary>An event whose contract is generated.</summary>
public sealed class KeptEvent
{
    public string User { get; set; } = "";

    public required int Status { get; init; }

    public object? Extra { get; set; }
}
