namespace DetectionKit.Sources.Tests.Members.Storage;

/// <summary>An event that is a struct.</summary>
public struct KeptValue
{
    public string User { get; set; }

    public object? Extra { get; set; }
}
