using System.Net;
using DetectionKit.GroundTruth;
using DetectionKit.Tuning.Recommending;
using DetectionKit.Tuning.Reporting;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Tests.Reporting;

/// <summary>A small report: a campaign that is found, one that is missed, and a benign poller.</summary>
internal static class Reports
{
    internal static CallDetection<string?> Detection { get; } = new("calls", (events, o) => events
        .GroupBy(c => new { c.Host, c.Image, c.RemoteAddress }).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key, Connections = w.Count(), Ports = w.CountDistinct(c => c.RemotePort) })
        .Where(b => b.Connections >= o.Min && b.Ports <= o.Ports).Select(b => b.Key.Host));

    internal static TuningReport Make(Budget? budget = null, bool isConfirmed = true, int pollerMinutes = 7)
    {
        var grid = TuningGrid.Of(Detection, [SweepAxis.Parse("Min=1..12"), SweepAxis.Parse("Ports=1,2")]);
        var truth = Truth();
        var result = Result("monday", grid, truth, pollerMinutes);
        return new(Detection.Info, grid, [result, Result("tuesday", grid, truth, pollerMinutes)], isConfirmed ? [Result("wednesday", grid, truth, pollerMinutes)] : [], budget ?? new(0), [truth]);
    }

    internal static GroundTruthDocument Truth() => new()
    {
        UnlabelledIsBenign = true,
        Labels =
        [
            Campaign("found", "203.0.113.7", 60),
            Campaign("missed", "203.0.113.8", 0),
            new() { Malicious = false, Persona = "poller <b>|x", Key = GroundTruthKey.Any.With("image", "/opt/poll") },
        ],
    };

    private static GroundTruthLabel Campaign(string name, string address, long events) => new()
    {
        Malicious = true,
        Campaign = name,
        Profile = name + "-profile",
        Events = events,
        Key = GroundTruthKey.Any.With("remoteAddress", address),
        From = Calls.Ten,
        To = Calls.Ten.AddHours(3),
    };

    private static SweepResult Result(string name, TuningGrid grid, GroundTruthDocument truth, int pollerMinutes)
    {
        var sweep = new OptionsSweep<string?, CallOptions>(Detection, [.. grid.Settings.Select(setting => (CallOptions)setting.Options)]);
        NetworkConnection Call(int minute, string image, string address) => new(Calls.Ten.AddMinutes(minute), "a", "u", image, "x", IPAddress.Parse(address), 443);
        sweep.Push(new ObjectBatch<NetworkConnection>([
            .. Enumerable.Range(0, 60).Select(i => Call(i * 3, "/tmp/x", "203.0.113.7")), .. Enumerable.Range(0, 24).Select(i => Call(i * pollerMinutes, "/opt/poll", "198.51.100.1")), .. Enumerable.Range(0, 3).Select(i => Call(i, "/opt/once", "198.51.100.2"))]));
        return new(name, grid.Settings.Count, sweep.Complete(), truth, new(1, 0.125));
    }
}
