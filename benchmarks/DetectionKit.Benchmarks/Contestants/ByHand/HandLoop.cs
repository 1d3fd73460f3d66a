using System.Runtime.InteropServices;
using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>The loop that a good author writes for sorted events: one open hour, given up whole when the next begins.</summary>
internal sealed class HandLoop<TKey>(AlertCollector alerts)
    where TKey : struct, IGroupingKey<TKey>
{
    private readonly Dictionary<TKey, GroupState> _open = [];
    private long _end = long.MinValue;

    internal void Push(ReadOnlySpan<NetworkConnection> events)
    {
        foreach (var e in events)
        {
            // The image first: it drops the most, and all of its few values stay in the nearest cache.
            if (ExcludedImages.Contains(e.Image!) || InternalAddress.Matches(e.RemoteAddress)) continue;
            var time = e.Time.UtcTicks;
            if (time >= _end)
            {
                Flush();
                _end = time - (time % TimeSpan.TicksPerHour) + TimeSpan.TicksPerHour;
            }

            CollectionsMarshal.GetValueRefOrAddDefault(_open, TKey.Of(e), out _).Add(e.RemotePort);
        }
    }

    internal void Flush()
    {
        foreach (var (key, state) in _open)
        {
            if (state.Connections >= FlagshipRule.MinConnections) alerts.Add(_end - TimeSpan.TicksPerHour, key.ToAlert(state));
        }

        _open.Clear();
    }
}
