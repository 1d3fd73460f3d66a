namespace DetectionKit.Sources.Tests.Contracts.Storage;

/// <summary>An event whose contract is generated.</summary>
public sealed class KeptEvent
{
    public string User { get; set; } = "";

    public required int Status { get; init; }

    public object? Extra { get; set; }
}
