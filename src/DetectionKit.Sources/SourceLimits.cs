namespace DetectionKit.Sources;

/// <summary>What a source may keep in memory. At a limit, what has not been used for long goes first, and the report counts it.</summary>
public sealed class SourceLimits
{
    /// <summary>
    /// The longest record, in bytes; a longer one is malformed, and passed over to its end. Where documents span lines, it is passed over to a line that begins with a brace at the
    /// latest, so that one that is cut off does not take the others with it. 16 MiB by default; 1 KiB to 512 MiB.
    /// </summary>
    public int MaxRecordBytes { get; init; } = 16 << 20;

    /// <summary>Processes kept for connections to join. 500,000 by default; 1 or more.</summary>
    public int MaxProcesses { get; init; } = 500_000;

    /// <summary>Memory for the kept processes, in bytes (an estimate from their text). 192 MiB by default; 1,024 or more.</summary>
    public long MaxProcessBytes { get; init; } = 192L << 20;

    /// <summary>Users kept for the join. 200,000 by default; 1 or more.</summary>
    public int MaxUsers { get; init; } = 200_000;

    /// <summary>Hosts kept for the join. 200,000 by default; 1 or more.</summary>
    public int MaxHosts { get; init; } = 200_000;

    /// <summary>
    /// Connections that wait in memory for what they join. 100,000 by default; 1 or more. Beyond it, under <see cref="Disorder.Any"/> they wait in
    /// a temporary file; under a tolerance the oldest is handed out early and counted.
    /// </summary>
    public int MaxWaiting { get; init; } = 100_000;

    /// <summary>Malformed records kept as samples on the report. 100 by default; 0 or more.</summary>
    public int MaxMalformedSamples { get; init; } = 100;

    internal void Validate()
    {
        Least(MaxRecordBytes, 1024, nameof(MaxRecordBytes));
        if (MaxRecordBytes > 512 << 20)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxRecordBytes), MaxRecordBytes, "SourceLimits.MaxRecordBytes must be 512 MiB or less.");
        }

        Least(MaxProcesses, 1, nameof(MaxProcesses));
        Least(MaxProcessBytes, 1024, nameof(MaxProcessBytes));
        Least(MaxUsers, 1, nameof(MaxUsers));
        Least(MaxHosts, 1, nameof(MaxHosts));
        Least(MaxWaiting, 1, nameof(MaxWaiting));
        Least(MaxMalformedSamples, 0, nameof(MaxMalformedSamples));
    }

    private static void Least(long value, long least, string name)
    {
        if (value < least) throw new ArgumentOutOfRangeException(name, value, $"SourceLimits.{name} is {value}: it must be {least} or more.");
    }
}
