namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>A folder for the files of a suite, which goes with it.</summary>
internal sealed class WorkloadFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("detectionkit-benchmark-");

    /// <summary>The path of a file in it.</summary>
    internal string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
