using DetectionKit.CommandLine.Reading;
using DetectionKit.Simulator;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.CommandLine.Tuning;

/// <summary>Sweeps a detection over one set of labelled events: a simulation, or files.</summary>
internal sealed class SweepRunner(TuningGrid grid, RunSettings settings, TuneProgress progress, SweepInput input, CancellationToken cancellationToken) : IDetectionVisitor<Task<SweepResult>>
{
    private const int BatchRows = 2_048;

    /// <inheritdoc/>
    public async Task<SweepResult> Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
        where TOptions : class, new()
    {
        var sweep = new OptionsSweep<TAlert, TOptions>(detection, [.. grid.Settings.Select(setting => (TOptions)setting.Options)], settings, input.Report);
        var exposure = input.Simulation is { } simulation ? Simulated(simulation, sweep) : await RecordedAsync(detection, sweep).ConfigureAwait(false);
        var result = new SweepResult(input.Name, grid.Settings.Count, sweep.Complete(), input.Truth, exposure);
        progress.CountInput();
        return result;
    }

    private Exposure Simulated<TAlert, TOptions>(Simulation simulation, OptionsSweep<TAlert, TOptions> sweep)
        where TOptions : class, new()
    {
        var reached = simulation.Options.Start;
        foreach (var batch in simulation.Connections().Chunk(BatchRows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sweep.Push(new ObjectBatch<NetworkConnection>(batch));
            progress.CountEvents(batch.Length);
            if (batch[^1].Time is var last && last > reached)
            {
                progress.CountTime(last - reached);
                reached = last;
            }
        }

        return new(simulation.Options.Hosts, simulation.Options.Duration.TotalDays);
    }

    private async Task<Exposure> RecordedAsync<TAlert, TOptions>(Detection<TAlert, TOptions> detection, OptionsSweep<TAlert, TOptions> sweep)
        where TOptions : class, new()
    {
        var counter = new ExposureCounter();
        foreach (var source in detection.Plan.Sources.DistinctBy(source => source.RowType))
        {
            await IEventReader.Of(source.RowType).ReadAsync(
                source, (TOptions)grid.Settings[0].Options, input.Events!, input.Sources, new Sink<TAlert, TOptions>(sweep, counter, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        return counter.Exposure;
    }

    private sealed class Sink<TAlert, TOptions>(OptionsSweep<TAlert, TOptions> sweep, ExposureCounter counter, TuneProgress progress, CancellationToken cancellationToken) : IBatchSink
        where TOptions : class, new()
    {
        public void Take<T>(EventBatch<T> batch, Func<T, DateTimeOffset> time)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sweep.Push(batch);
            counter.Count(batch, time);
            progress.CountEvents(batch.Count);
        }
    }
}
