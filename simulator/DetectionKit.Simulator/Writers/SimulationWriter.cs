using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Imperfections;
using DetectionKit.Simulator.Writers.Formats;

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

    /// <summary>Writes enriched and raw FDR and the ground truth, in one pass over the events. Files of these names are replaced; the folder is created where it is missing.</summary>
    /// <param name="simulation">What to write.</param>
    /// <param name="directory">The folder.</param>
    /// <param name="progress">Told now and then how far it is; null to tell nobody.</param>
    /// <param name="cancellationToken">Stops the writing. What was written by then stays, cut short.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="IOException">A file can't be written.</exception>
    public static Task<WrittenSimulation> WriteAsync(
        Simulation simulation, string directory, IProgress<SimulationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        WriteAsync(simulation, directory, [TelemetryFormat.Named("fdr"), TelemetryFormat.Named("fdr-raw")], progress, cancellationToken);

    /// <summary>Writes a file for each format, and the ground truth as readers of the first format see the events.</summary>
    /// <param name="simulation">What to write.</param>
    /// <param name="directory">The folder.</param>
    /// <param name="formats">The formats, one or more.</param>
    /// <param name="progress">Told now and then how far it is; null to tell nobody.</param>
    /// <param name="cancellationToken">Stops the writing. What was written by then stays, cut short.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="ArgumentException">There are no formats.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="IOException">A file can't be written.</exception>
    public static async Task<WrittenSimulation> WriteAsync(
        Simulation simulation, string directory, IReadOnlyList<TelemetryFormat> formats, IProgress<SimulationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        ArgumentNullException.ThrowIfNull(formats);
        if (formats.Count == 0) throw new ArgumentException("Choose one format or more.", nameof(formats));
        Directory.CreateDirectory(directory);
        var truth = Path.Combine(directory, GroundTruthFileName);
        var truthBytes = TruthOf(simulation, formats[0]).ToUtf8Json();
        await File.WriteAllBytesAsync(truth, truthBytes, cancellationToken).ConfigureAwait(false);
        var outputs = new List<TelemetryOutput>();
        try
        {
            foreach (var format in formats) outputs.Add(format.Open(simulation, Path.Combine(directory, format.FileName)));
            var counts = simulation.Options.Imperfections is null ? null : new ImperfectionCounts();
            var connections = await WriteAsync(simulation, outputs, truthBytes.Length, counts, progress, cancellationToken).ConfigureAwait(false);
            var bytes = outputs.Sum(output => output.Bytes) + truthBytes.Length;
            progress?.Report(new SimulationProgress(simulation.Options.Start.ToUniversalTime() + simulation.Options.Duration, 1, connections, bytes));
            return new WrittenSimulation([.. outputs.Select(output => output.Path)], truth, connections, bytes) { Imperfections = counts };
        }
        finally
        {
            foreach (var output in outputs) output.Dispose();
        }
    }

    private static async Task<long> WriteAsync(
        Simulation simulation, List<TelemetryOutput> outputs, long truthBytes, ImperfectionCounts? counts, IProgress<SimulationProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var host in simulation.Organisation.Hosts)
        {
            foreach (var output in outputs)
            {
                output.Add(host);
                if (output.IsFull) await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        var (events, connections) = (0L, 0L);
        foreach (var simulated in simulation.Events(counts))
        {
            if (simulated is SimulatedConnection { IsMalformed: false }) connections++;
            foreach (var output in outputs)
            {
                output.Add(simulated);
                if (output.IsFull) await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            if (++events % EventsBetweenReports == 0) progress?.Report(At(simulation, simulated.Occurred, connections, outputs.Sum(output => output.Bytes) + truthBytes));
        }

        foreach (var output in outputs) await output.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return connections;
    }

    private static GroundTruthDocument TruthOf(Simulation simulation, TelemetryFormat format)
    {
        var truth = simulation.GroundTruth;
        return new()
        {
            Version = truth.Version,
            Description = truth.Description,
            UnlabelledIsBenign = truth.UnlabelledIsBenign,
            Labels = [.. truth.Labels.Select(label => label.Key is not { } key ? label : format.KeyOf(simulation, key) is { } named ? label with { Key = named } : null).OfType<GroundTruthLabel>()],
        };
    }

    private static SimulationProgress At(Simulation simulation, DateTimeOffset time, long connections, long bytes) =>
        new(time, Math.Clamp((time - simulation.Options.Start) / simulation.Options.Duration, 0, 1), connections, bytes);
}
