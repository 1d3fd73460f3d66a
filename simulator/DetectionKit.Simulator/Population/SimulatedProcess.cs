namespace DetectionKit.Simulator.Population;

/// <summary>A process as the sensor knows it. What the sensor did not learn is null, in every shape that it is written in.</summary>
public sealed class SimulatedProcess
{
    internal SimulatedProcess()
    {
    }

    /// <summary>The host that it runs on.</summary>
    public required Host Host { get; init; }

    /// <summary>The account that it runs as; null when the sensor did not learn it.</summary>
    public required Account? Account { get; init; }

    /// <summary>The path of its executable; null when the sensor never saw it start.</summary>
    public required string? Image { get; init; }

    /// <summary>Its command line; null when the sensor did not learn it.</summary>
    public required string? CommandLine { get; init; }

    /// <summary>The file name of the executable that started it.</summary>
    public required string ParentName { get; init; }

    /// <summary>The sensor's own id of it (TargetProcessId): unique on its host, any 64 bits.</summary>
    public required ulong Id { get; init; }

    /// <summary>The operating system's id of it.</summary>
    public required int OperatingSystemId { get; init; }

    /// <summary>When it started; for most services days before the simulated period.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When the start was reported: for some processes seconds after their first connection.</summary>
    public required DateTimeOffset Reported { get; init; }

    /// <summary>Whether the sensor reports it at all. False for what ran before the sensor was installed.</summary>
    public required bool IsReported { get; init; }

    /// <summary>Whether the sensor reconstructed it after its own start (SyntheticProcessRollup2) rather than watched it start.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>The same process with fewer fields; itself when none is taken that it has.</summary>
    internal SimulatedProcess Without(bool account, bool image, bool commandLine)
    {
        if (!(account && Account is not null) && !(image && Image is not null) && !(commandLine && CommandLine is not null)) return this;
        return new SimulatedProcess
        {
            Host = Host,
            Account = account ? null : Account,
            Image = image ? null : Image,
            CommandLine = commandLine ? null : CommandLine,
            ParentName = ParentName,
            Id = Id,
            OperatingSystemId = OperatingSystemId,
            Started = Started,
            Reported = Reported,
            IsReported = IsReported,
            IsSynthetic = IsSynthetic,
        };
    }
}
