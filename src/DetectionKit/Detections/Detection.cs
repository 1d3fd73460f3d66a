using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>A detection, whatever its types: what catalogues and tools see. Derive from <see cref="Detection{TEvent, TAlert, TOptions}"/> to write one.</summary>
public abstract class Detection
{
    private readonly Lazy<DetectionInfo> _info;
    private readonly Lazy<DetectionPlan> _plan;

    private protected Detection()
    {
        _info = new(() => DetectionInfo.Of(GetType()));
        _plan = new(BuildPlan);
    }

    /// <summary>What is known of it beside its query; from the attributes on the class, unless overridden.</summary>
    public virtual DetectionInfo Info => _info.Value;

    /// <summary>Its query as data. Built at first use, once.</summary>
    /// <exception cref="InvalidOperationException">Define read an option outside an expression, or an event time is not clear.</exception>
    /// <exception cref="NotSupportedException">An expression can't be run; the message names it and the way out.</exception>
    public DetectionPlan Plan => _plan.Value;

    /// <summary>The type of its options.</summary>
    public abstract Type OptionsType { get; }

    /// <summary>The type of its alerts' values.</summary>
    public abstract Type AlertType { get; }

    /// <summary>Hands the detection over with its types.</summary>
    /// <param name="visitor">Who wants them.</param>
    public abstract TResult Accept<TResult>(IDetectionVisitor<TResult> visitor);

    /// <summary>A detection from a lambda, for tests and experiments: <c>Detection.Define("id", (Events&lt;Login&gt; logins) => logins.Where(…))</c>.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="query">Its query.</param>
    public static Detection<TEvent, TAlert, NoOptions> Define<TEvent, TAlert>(string id, Func<Events<TEvent>, DetectionQuery<TAlert>> query)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(query);
        return new LambdaDetection<TEvent, TAlert>(id, query);
    }

    /// <summary>Events by name and what is to come of them: its examples, its tests, and the judges of changed copies of it. None unless a detection says otherwise.</summary>
    public virtual IReadOnlyList<DetectionCase> Cases => [];

    /// <summary>The id and version.</summary>
    public override string ToString() => $"{Info.Id} v{Info.Version}";

    private protected abstract DetectionPlan BuildPlan();
}
