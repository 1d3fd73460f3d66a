using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>The hand-written loop over event objects.</summary>
internal sealed class HandOverEvents<TKey>(string name, NetworkConnection[] events) : IContestant
    where TKey : struct, IGroupingKey<TKey>
{
    public string Name => name;

    public void Run(RunProbe probe)
    {
        var loop = new HandLoop<TKey>(probe.Alerts);
        loop.Push(events);
        loop.Flush();
    }
}
