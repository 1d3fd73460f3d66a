using DetectionKit.Sources.Falcon;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Sysmon;

namespace DetectionKit.Sources;

/// <summary>How files are read. Validated when reading is asked for.</summary>
public sealed class SourceOptions
{
    // Each has a decoder and values of its own; to read in turn takes a tenth of the time.
    private const int MostThreads = 8;

    /// <summary>
    /// How far out of order events may come: <see cref="Disorder.Any"/> by default, as files need. For a live standard input choose
    /// <see cref="Disorder.StreamDefault"/>.
    /// </summary>
    public Disorder Disorder { get; init; } = Disorder.Any;

    /// <summary>The format's name (<c>falcon</c>, <c>sysmon</c>, …), or null to tell it from each input's content.</summary>
    public string? Format { get; init; }

    /// <summary>Which of its times is a Falcon event's time. <see cref="FalconTime.Timestamp"/> by default.</summary>
    public FalconTime FalconTime { get; init; } = FalconTime.Timestamp;

    /// <summary>Which of its times is a Sysmon event's time. <see cref="SysmonTime.Record"/> by default.</summary>
    public SysmonTime SysmonTime { get; init; } = SysmonTime.Record;

    /// <summary>Turns hosts, users and images into lower case, so that groups don't split on case. Off by default.</summary>
    public bool FoldCase { get; init; }

    /// <summary>Events a batch, 1 to 65,536. 2,048 by default.</summary>
    public int BatchSize { get; init; } = 2048;

    /// <summary>
    /// On how many threads <c>ReadAsync</c> reads, 1 or more, the caller's among them where the work can be shared: a thread a processor, up to eight, by default. The events, and their order, are the same on any number. With 1 it reads on one thread,
    /// which is not the caller's; <c>Read</c> always reads on the caller's.
    /// </summary>
    public int MaxDegreeOfParallelism { get; init; } = Math.Min(Environment.ProcessorCount, MostThreads);

    /// <summary>
    /// Under a tolerance, an event whose time would move the clock by which connections stop waiting further than this does not move it.
    /// 1 day by default, as in the engine; more than zero.
    /// </summary>
    public TimeSpan FarFutureLimit { get; init; } = TimeSpan.FromDays(1);

    /// <summary>What may be kept in memory.</summary>
    public SourceLimits Limits { get; init; } = new();

    /// <summary>Formats of your own, beside those that come with the package.</summary>
    public IReadOnlyList<IEventFormat> Formats { get; init; } = [];

    /// <summary>What <c>-</c> reads; null for the process's standard input. It is left open.</summary>
    public Stream? StandardInput { get; init; }

    /// <summary>Where waiting connections overflow to; null for the system's folder of temporary files.</summary>
    public string? TemporaryFolder { get; init; }

    /// <summary>The read buffer's first size; tests make it tiny.</summary>
    internal int BufferBytes { get; init; } = 1 << 20;

    internal void Validate()
    {
        if (BatchSize is < 1 or > 65_536)
        {
            throw new ArgumentOutOfRangeException(nameof(BatchSize), BatchSize, $"SourceOptions.BatchSize is {BatchSize}: it must be from 1 to 65536.");
        }

        if (MaxDegreeOfParallelism < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxDegreeOfParallelism), MaxDegreeOfParallelism, "SourceOptions.MaxDegreeOfParallelism must be 1 or more.");
        }

        if (FarFutureLimit <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(FarFutureLimit), FarFutureLimit, "SourceOptions.FarFutureLimit must be more than zero.");
        }

        if (!Enum.IsDefined(FalconTime)) throw new ArgumentOutOfRangeException(nameof(FalconTime), FalconTime, "SourceOptions.FalconTime has no such value.");
        if (!Enum.IsDefined(SysmonTime)) throw new ArgumentOutOfRangeException(nameof(SysmonTime), SysmonTime, "SourceOptions.SysmonTime has no such value.");
        ArgumentNullException.ThrowIfNull(Limits);
        ArgumentNullException.ThrowIfNull(Formats);
        Limits.Validate();
    }
}
