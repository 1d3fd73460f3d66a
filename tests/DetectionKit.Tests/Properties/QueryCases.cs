namespace DetectionKit.Tests.Properties;

/// <summary>One query for each kind of window and aggregate, and for each way in which stages meet.</summary>
internal static partial class QueryCases
{
    internal static IReadOnlyList<QueryCase> All { get; } = [.. Windows(), .. AggregatesOfEachKind(), .. Keys(), .. Stages(), .. Sequences(), .. Shapes()];

    internal static TheoryData<string> Names => [.. All.Select(one => one.Name)];

    internal static QueryCase Named(string name) => All.Single(one => one.Name == name);

    private static QueryCase<Flow, TAlert, FlowOptions> Of<TAlert>(string name, Func<Events<Flow>, FlowOptions, DetectionQuery<TAlert>> query, bool early = true, bool sliding = false) =>
        new(name, new FlowDetection<TAlert>(name, query), flow => flow) { CanBeEarly = early, IsSliding = sliding };
}
