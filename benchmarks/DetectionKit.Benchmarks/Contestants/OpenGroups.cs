using System.Diagnostics;
using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants;

/// <summary>
/// Opens groups that stay open: measures what a group holds on to beyond the events (which live on, and with them the key's strings) and the longest call. Closing the window
/// is outside the clock.
/// </summary>
internal abstract class OpenGroups(string name, NetworkConnection[] events, int groups) : IContestant
{
    private readonly ObjectBatch<NetworkConnection>[] _calls = EventCalls.Of(events);

    public string Name => name;

    public void Run(RunProbe probe)
    {
        var before = probe.Outside(LiveBytes);
        Start(probe.Alerts);
        var longest = TimeSpan.Zero;
        foreach (var call in _calls)
        {
            var from = Stopwatch.GetTimestamp();
            Push(call);
            var time = Stopwatch.GetElapsedTime(from);
            if (time > longest) longest = time;
        }

        probe.BytesPerGroup = (double)(probe.Outside(LiveBytes) - before) / groups;
        probe.MaxPauseMilliseconds = longest.TotalMilliseconds;
        probe.Outside(CloseWindow);
    }

    protected abstract void Start(AlertCollector alerts);

    protected abstract void Push(ObjectBatch<NetworkConnection> call);

    /// <summary>Closes the window, and lets go of the state.</summary>
    protected abstract void Close();

    private static long LiveBytes() => GC.GetTotalMemory(forceFullCollection: true);

    private bool CloseWindow()
    {
        Close();
        return true;
    }
}
