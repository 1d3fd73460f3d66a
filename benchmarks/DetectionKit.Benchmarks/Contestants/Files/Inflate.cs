using System.IO.Compression;
using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>A bare inflating of a gzip file: what no one who reads it can go below.</summary>
internal sealed class Inflate(string path, long length) : IContestant
{
    private readonly byte[] _buffer = new byte[1 << 20];

    public string Name => "inflate";

    public string Agreement => "no detection";

    public long? InputBytes => length;

    public void Run(RunProbe probe)
    {
        using var stream = new GZipStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan), CompressionMode.Decompress);
        var inflated = 0L;
        for (int read; (read = stream.Read(_buffer)) > 0;) inflated += read;
        if (inflated != length) throw new ChecksumException($"{Name} made {inflated} bytes of {length}.");
    }
}
