using DetectionKit.Simulator.Imperfections;

namespace DetectionKit.Simulator.Writers;

/// <summary>Writes a simulation to a folder: events.ndjson (enriched FDR), raw.ndjson (raw FDR) and ground-truth.json.</summary>
public static class SimulationWriter
{
    /// <summary>The name of the enriched FDR file.</summary>
    public const string EventsFileName = "events.ndjson";

    /// <summary>The name of the raw FDR file.</summary>
    public const string RawFileName = "raw.ndjson";

    /// <summary>The name of the ground truth.</summary>
    public const string GroundTruthFileName = "ground-truth.json";

    private const int EventsBetweenReports = 20_000;

    /// <summary>Writes the three files, in one pass over the events. Files of these names are replaced; the folder is created where it is missing.</summary>
    /// <param name="simulation">What to write.</param>
    /// <param name="directory">The folder.</param>
    /// <param name="progress">Told now and then how far it is; null to tell nobody.</param>
    /// <param name="cancellationToken">Stops the writing. What was written by then stays, cut short.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="IOException">A file can't be written.</exception>
    public static async Task<WrittenSimulation> WriteAsync(
        Simulation simulation, string directory, IProgress<SimulationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        Directory.CreateDirectory(directory);
        var truth = Path.Combine(directory, GroundTruthFileName);
        var truthBytes = simulation.GroundTruth.ToUtf8Json();
        await File.WriteAllBytesAsync(truth, truthBytes, cancellationToken).ConfigureAwait(false);
        using var enriched = new TelemetryFile(Path.Combine(directory, EventsFileName), new FdrEnrichedWriter(simulation.Organisation));
        using var raw = new TelemetryFile(Path.Combine(directory, RawFileName), new FdrRawWriter(simulation));
        foreach (var host in simulation.Organisation.Hosts)
        {
            enriched.Add(host);
            raw.Add(host);
            if (enriched.IsFull) await enriched.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (raw.IsFull) await raw.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        var events = 0L;
        var connections = 0L;
        var counts = simulation.Options.Imperfections is null ? null : new ImperfectionCounts();
        foreach (var simulated in simulation.Events(counts))
        {
            if (simulated is SimulatedConnection { IsMalformed: false }) connections++;
            enriched.Add(simulated);
            raw.Add(simulated);
            if (enriched.IsFull) await enriched.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (raw.IsFull) await raw.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (++events % EventsBetweenReports == 0) progress?.Report(At(simulation, simulated.Occurred, connections, enriched.Bytes + raw.Bytes + truthBytes.Length));
        }

        await enriched.FlushAsync(cancellationToken).ConfigureAwait(false);
        await raw.FlushAsync(cancellationToken).ConfigureAwait(false);
        var bytes = enriched.Bytes + raw.Bytes + truthBytes.Length;
        progress?.Report(new SimulationProgress(simulation.Options.Start.ToUniversalTime() + simulation.Options.Duration, 1, connections, bytes));
        return new WrittenSimulation(enriched.Path, raw.Path, truth, connections, bytes) { Imperfections = counts };
    }

    private static SimulationProgress At(Simulation simulation, DateTimeOffset time, long connections, long bytes) =>
        new(time, Math.Clamp((time - simulation.Options.Start) / simulation.Options.Duration, 0, 1), connections, bytes);
}
