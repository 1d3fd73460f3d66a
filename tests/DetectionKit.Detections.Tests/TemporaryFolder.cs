namespace DetectionKit.Detections.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("detectionkit-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
