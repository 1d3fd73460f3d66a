namespace DetectionKit.Engine;

/// <summary>What the stages of one run share.</summary>
internal sealed class RunContext<TOptions>(TOptions options, RunSettings settings, RunReport report)
    where TOptions : class
{
    /// <summary>The options in force; they change between batches only.</summary>
    internal TOptions Options { get; set; } = options;

    internal RunSettings Settings => settings;

    internal RunReport Report => report;

    /// <summary>The stages with state.</summary>
    internal List<Operator> Operators { get; } = [];

    /// <summary>The options that keys, windows and the parameters of aggregates are made of: when one changes, state starts anew.</summary>
    internal HashSet<string> StateOptions { get; } = [];

    private readonly List<IBoundedAggregate> _bounded = [];
    private readonly Lazy<StateShare> _state = new(report.NewStateShare);
    private long _refusedValues;

    /// <summary>Gives an aggregate its limit, and counts what it refuses.</summary>
    internal void Bound(IBoundedAggregate aggregate)
    {
        aggregate.MaxDistinctValues = settings.Limits.MaxDistinctValues;
        _bounded.Add(aggregate);
    }

    /// <summary>Takes in the stages of a detection whose alerts this one reads.</summary>
    internal void Include<TInner>(RunContext<TInner> inner)
        where TInner : class
    {
        Operators.AddRange(inner.Operators);
        _bounded.AddRange(inner._bounded);
    }

    /// <summary>Brings the report up to date.</summary>
    internal void Account(long watermark)
    {
        long groups = 0, bytes = 0, refused = 0;
        foreach (var stage in Operators)
        {
            groups += stage.Groups;
            bytes += stage.Bytes;
        }

        foreach (var aggregate in _bounded) refused += aggregate.RefusedValues;
        report.AddRefusedValues(refused - _refusedValues);
        _refusedValues = refused;
        _state.Value.Set(groups, bytes, watermark);
    }
}
