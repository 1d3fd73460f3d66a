using System.Runtime.InteropServices;
using DetectionKit.Benchmarks.Contestants.Engine;
using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>Busy hosts in tumbling hours, by hand: what the engine's tumbling windows must find, whatever else they aggregate.</summary>
internal sealed class HandBusyHosts(string agreement, NetworkConnection[] events) : IContestant
{
    public string Name => "hand-tumbling-count";

    public string Agreement => agreement;

    public void Run(RunProbe probe)
    {
        var open = new Dictionary<string, int>();
        var end = long.MinValue;
        foreach (var e in events)
        {
            var time = e.Time.UtcTicks;
            if (time >= end)
            {
                Flush(open, end, probe.Alerts);
                end = time - (time % TimeSpan.TicksPerHour) + TimeSpan.TicksPerHour;
            }

            CollectionsMarshal.GetValueRefOrAddDefault(open, e.Host!, out _)++;
        }

        Flush(open, end, probe.Alerts);
    }

    private static void Flush(Dictionary<string, int> open, long end, AlertCollector alerts)
    {
        foreach (var (host, connections) in open)
        {
            if (connections >= BusyHost.MinConnections) alerts.Add(end - TimeSpan.TicksPerHour, BusyHost.Text(host, connections));
        }

        open.Clear();
    }
}
