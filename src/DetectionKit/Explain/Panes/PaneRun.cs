using DetectionKit.Engine;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Runs a <see cref="PanePlan"/> through the engine.</summary>
internal sealed class PaneRun<TOptions>
    where TOptions : class, new()
{
    private readonly DetectionEngine<object?[], TOptions> _engine;
    private readonly Type _source;

    /// <param name="plan">The plan of the panes.</param>
    /// <param name="info">The detection.</param>
    /// <param name="options">Its options, valid.</param>
    /// <param name="settings">The settings of the run, complete.</param>
    /// <param name="source">The type of the events to come.</param>
    internal PaneRun(DetectionPlan plan, DetectionInfo info, TOptions options, RunSettings settings, Type source)
    {
        _source = source;
        _engine = new(plan, info, options, settings, Report);
    }

    internal RunReport Report { get; } = new();

    internal static RunSettings AnyOrder { get; } = RunSettings.Default.Validated(Disorder.Any);

    /// <summary>All panes of a list of events.</summary>
    internal IReadOnlyList<PaneRow> Of<T>(T[] events) => [.. Push(new ObjectBatch<T>(events)), .. Complete()];

    /// <summary>The panes that a batch closes.</summary>
    internal IReadOnlyList<PaneRow> Push<T>(EventBatch<T> batch)
    {
        if (typeof(T) == _source) _engine.Push(batch);
        else DerivedEvents.Push(_engine, batch, _source);
        return Take();
    }

    /// <summary>The panes that were open.</summary>
    internal IReadOnlyList<PaneRow> Complete()
    {
        _engine.Complete();
        return Take();
    }

    private List<PaneRow> Take() => [.. _engine.TakeAlerts().Select(PaneRow.Of)];
}
