namespace DetectionKit.Tests.Properties;

/// <summary>One query for each kind of window and aggregate, and for each way in which stages meet.</summary>
internal static partial class QueryCases
{
    // A mutant of what compiles plans is noticed only by those who compile one.
    private static readonly bool s_areMadeAnew = Environment.GetEnvironmentVariable("DETECTIONKIT_FRESH_PLANS") == "1";

    internal static IReadOnlyList<QueryCase> All { get; } = [.. Each()];

    internal static TheoryData<string> Names => [.. All.Select(one => one.Name)];

    internal static QueryCase Named(string name) => All.First(one => one.Name == name);

    /// <summary>A case whose plan has yet to be compiled, where mutants are judged; else the one that there is.</summary>
    internal static QueryCase Anew(string name) => s_areMadeAnew ? Each().First(one => one.Name == name) : Named(name);

    private static IEnumerable<QueryCase> Each() => Windows().Concat(AggregatesOfEachKind()).Concat(Keys()).Concat(Stages()).Concat(Sequences()).Concat(Shapes());

    private static QueryCase<Flow, TAlert, FlowOptions> Of<TAlert>(string name, Func<Events<Flow>, FlowOptions, DetectionQuery<TAlert>> query, bool early = true, bool sliding = false) =>
        new(name, new FlowDetection<TAlert>(name, query), flow => flow) { CanBeEarly = early, IsSliding = sliding };
}
