using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>A read that looks at every byte: it counts the lines, with vector instructions.</summary>
internal sealed class CountLines(string path, int lines) : IContestant
{
    private readonly byte[] _buffer = new byte[1 << 20];

    public string Name => "newlines";

    public string Agreement => "no detection";

    public long? InputBytes => new FileInfo(path).Length;

    public void Run(RunProbe probe)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var count = 0;
        var at = 0L;
        for (int read; (read = RandomAccess.Read(file, _buffer, at)) > 0; at += read) count += _buffer.AsSpan(0, read).Count((byte)'\n');

        if (count != lines) throw new ChecksumException($"{Name} counted {count} lines of {lines}.");
    }
}
