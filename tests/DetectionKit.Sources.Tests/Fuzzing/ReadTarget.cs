using DetectionKit.Sources.Falcon;
using DetectionKit.Sources.Tests.Reading;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>
/// A file, read in blocks, gives what its bytes give through standard input, one record after another. Two bytes before it say how it is read: see <see cref="Run"/>.
/// </summary>
/// <param name="format">The format; null for one of a user's own.</param>
/// <param name="filtered">What a detection reads that begins with conditions.</param>
/// <param name="shown">What is read so of an event; null for all of it.</param>
/// <param name="ahead">Whether the file is read on several threads: what an input reaches is then not the same each time, and guides a fuzzer less.</param>
internal abstract class ReadTarget<T>(string? format, EventReads<T> filtered, Func<T, string>? shown, bool ahead = false) : IFuzzTarget
{
    /// <inheritdoc/>
    /// <remarks>Each file is there twice: records are read otherwise once their shapes are known, and rows are replaced.</remarks>
    public IEnumerable<byte[]> Seeds => from file in Files
                                        from head in new byte[][] { [0, 0], [0b0000_1011, 40], [0b0111_0101, 3] }
                                        select (byte[])[.. head, .. file, (byte)'\n', .. file];

    /// <summary>Files to begin with.</summary>
    protected abstract IEnumerable<byte[]> Files { get; }

    /// <inheritdoc/>
    public void Run(byte[] input)
    {
        // Nothing is an input, too: afl-fuzz may not have written its first one when that is read, and would miss the code that it looks at.
        var (how, size) = (input.ElementAtOrDefault(0), input.ElementAtOrDefault(1));
        var file = input.Length > 2 ? input[2..] : [];
        using var folder = new TempFolder();
        var path = folder.WriteBytes("input", file);
        SourceOptions Options(Stream? stream) => new()
        {
            StandardInput = stream,
            Format = format,
            Disorder = (how & 3) switch { 0 => Disorder.Any, 1 => Disorder.None, 2 => Disorder.Within(TimeSpan.FromMinutes(1)), _ => Disorder.StreamDefault },
            BatchSize = 1 + (size % 50),
            BufferBytes = (how & 4) == 0 ? 1 + (size * 8) : 1 << 16,
            FoldCase = (how & 8) != 0,
            FalconTime = (how & 16) != 0 ? FalconTime.ContextTimeStamp : FalconTime.Timestamp,
            MaxDegreeOfParallelism = 2,

            // Few, so that rows go and records are too long, or so many that it is not met.
            Limits = (how & 32) == 0 ? new() : new() { MaxRecordBytes = 1_024, MaxProcesses = 2, MaxUsers = 2, MaxHosts = 2, MaxWaiting = 3 },
        };
        var reads = (how & 64) != 0 ? filtered : null;
        using var stream = new MemoryStream(file);
        FuzzFailureException.ThrowIfDifferent(
            Outcome(report => Read("-", Options(stream), report, reads), reads),
            Outcome(report => ahead ? ReadAsync(path, Options(null), report, reads).ToBlockingEnumerable() : Read(path, Options(null), report, reads), reads));
    }

    /// <summary>Reads an input on one thread.</summary>
    protected abstract IEnumerable<EventBatch<T>> Read(string path, SourceOptions options, SourceReport report, EventReads<T>? reads);

    /// <summary>Reads an input on several threads.</summary>
    protected abstract IAsyncEnumerable<EventBatch<T>> ReadAsync(string path, SourceOptions options, SourceReport report, EventReads<T>? reads);

    private string Outcome(Func<SourceReport, IEnumerable<EventBatch<T>>> read, EventReads<T>? reads) => ReadOutcome.Of(read, reads is null ? null : shown);
}
