namespace DetectionKit.Benchmarks.Suites;

/// <summary>The suites, by name.</summary>
internal static class SuiteCatalog
{
    internal static IReadOnlyList<ISuite> All { get; } = [new InMemorySuite(), new ColumnsSuite(), new StateSuite(), new ManySuite(), new WindowsSuite(), new DisorderSuite(), new SweepSuite(), new NdjsonSuite()];
}
