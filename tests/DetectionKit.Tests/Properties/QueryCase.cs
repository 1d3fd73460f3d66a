namespace DetectionKit.Tests.Properties;

/// <summary>A detection whose types are hidden, so that one property holds for all.</summary>
internal abstract class QueryCase(string name)
{
    internal string Name => name;

    /// <summary>Whether alerts may be sent before windows close.</summary>
    internal bool CanBeEarly { get; init; } = true;

    /// <summary>Whether windows are sliding: an episode goes on after its alert.</summary>
    internal bool IsSliding { get; init; }

    /// <summary>Whether it reads flows as they are.</summary>
    internal abstract bool ReadsFlows { get; }

    internal abstract void AddTo(DetectionSet set);

    /// <summary>What the plan makes of the events by plain interpretation.</summary>
    internal abstract IReadOnlyList<AlertView> Interpret(Flow[] flows);

    internal abstract Outcome Batch(IEnumerable<Flow> flows, RunSettings settings);

    internal abstract Outcome Array(Flow[] flows, RunSettings settings);

    internal abstract Outcome Columns(Flow[] flows, RunSettings settings);

    internal abstract Outcome DictionaryColumns(Flow[] flows, RunSettings settings);

    internal abstract Outcome OneByOne(Flow[] flows, RunSettings settings);

    internal abstract Outcome Reactive(Flow[] flows, RunSettings settings);

    internal abstract Task<Outcome> Asynchronous(Flow[] flows, RunSettings settings, int waitEvery);

    /// <summary>How many alerts have left after each event: of an observable, and of a run that reads each event when it comes.</summary>
    internal abstract (IReadOnlyList<int> Live, IReadOnlyList<int> Expected) AlertsAfterEachEvent(Flow[] flows, RunSettings settings);

    /// <summary>The alerts of a sweep over options.</summary>
    internal abstract IReadOnlyList<SweptAlert> Sweep(Flow[] flows, FlowOptions[] settings, RunSettings run);

    /// <summary>How many times a sweep counts the events.</summary>
    internal abstract int StatesOf(FlowOptions[] settings);

    /// <summary>The alerts under options, in any order of the events.</summary>
    internal abstract IReadOnlyList<Alert> Alone(Flow[] flows, FlowOptions options);

    public sealed override string ToString() => name;
}
