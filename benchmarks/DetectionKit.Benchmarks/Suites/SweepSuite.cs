using DetectionKit.Benchmarks.Contestants.Engine;
using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>Many settings of one detection over one stream.</summary>
internal sealed class SweepSuite : ISuite
{
    public string Name => "sweep";

    public string Description => "1, 100 and 1,000 settings of the flagship's thresholds over one stream, and a plain run.";

    public int DefaultEvents => 4_000_000;

    public string Baseline => "plain-run";

    public SuiteInput Prepare(int events, StringInstances strings)
    {
        var connections = ConnectionEvents.Of(ConnectionDay.Generate(events), strings);
        return new(events, [new FlagshipIds(connections), new FlagshipSweep(1, connections), new FlagshipSweep(100, connections), new FlagshipSweep(1_000, connections)]);
    }
}
