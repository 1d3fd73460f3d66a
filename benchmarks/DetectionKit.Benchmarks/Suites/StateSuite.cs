using DetectionKit.Benchmarks.Contestants.ByHand;
using DetectionKit.Benchmarks.Contestants.Engine;
using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>Many open groups.</summary>
internal sealed class StateSuite : ISuite
{
    public string Name => "state";

    public string Description => "A million open groups: bytes a group beyond the key's own strings, time an event, and the longest call with 1,024 events. Half as many groups as events.";

    public int DefaultEvents => ManyGroups.EventsOfAMillion;

    public string Baseline => "hand-strings";

    public SuiteInput Prepare(int events, StringInstances strings)
    {
        var rows = ManyGroups.Generate(events);
        var connections = ConnectionEvents.Of(rows, strings);
        var groups = ManyGroups.GroupsOf(events);
        return new(
            rows.Count,
            [
                new HandOpenGroups<HashedKey>("hand-strings", connections, groups),
                new HandOpenGroups<RecordKey>("hand-record", connections, groups),
                new EngineOpenGroups("open-groups", connections, groups),
            ]);
    }
}
