using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>A bare read of a file that is in the machine's memory: what no one can go below.</summary>
internal sealed class ReadFile(string path) : IContestant
{
    private readonly byte[] _buffer = new byte[1 << 20];

    public string Name => "read";

    public string Agreement => "no detection";

    public long? InputBytes => new FileInfo(path).Length;

    public void Run(RunProbe probe)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        for (long at = 0, read; (read = RandomAccess.Read(file, _buffer, at)) > 0;) at += read;
    }
}
