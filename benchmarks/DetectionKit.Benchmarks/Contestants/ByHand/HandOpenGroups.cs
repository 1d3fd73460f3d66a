using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>The hand-written loop with many open groups.</summary>
internal sealed class HandOpenGroups<TKey>(string name, NetworkConnection[] events, int groups) : OpenGroups(name, events, groups)
    where TKey : struct, IGroupingKey<TKey>
{
    private HandLoop<TKey>? _loop;

    protected override void Start(AlertCollector alerts) => _loop = new(alerts);

    protected override void Push(ObjectBatch<NetworkConnection> call) => _loop!.Push(call.Items);

    protected override void Close()
    {
        _loop!.Flush();
        _loop = null;
    }
}
