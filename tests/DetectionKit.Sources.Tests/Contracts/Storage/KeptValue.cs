namespace DetectionKit.Sources.Tests.Contracts.Storage;

/// <summary>An event that is a struct.</summary>
public struct KeptValue
{
    public string User { get; set; }

    public object? Extra { get; set; }
}
