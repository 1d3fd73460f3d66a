using System.Net;
using DetectionKit.GroundTruth;
using DetectionKit.Tuning.Recommending;
using DetectionKit.Tuning.Reporting;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Tests.Reporting;

/// <summary>Reports with all that a report can have, and with as little.</summary>
internal static class ReportScenarios
{
    /// <summary>Each by its name.</summary>
    internal static TuningReport Make(string name) => name switch
    {
        "two-seeds" => TwoSeeds(),
        "many" => Many(),
        "one-option" => Of(["Min=2..26"], [("day", One(Calls.Ten, 4), new() { Labels = [Campaign("implant", "203.0.113.7", Calls.Ten)] })], [], new(MinRecall: 0.5)),
        "base-alone" => Of([], [("day", One(Calls.Ten, 1), new() { Labels = [Campaign("implant", "203.0.113.7", null)] })], [], new(0)),
        "nothing-malicious" => Of(["Min=1..3"], [("day", One(Calls.Ten, 2), new() { UnlabelledIsBenign = true, Labels = [] })], [], new(5)),
        "no-alerts" => Of(["Min=5,6", "Ports=1,2"], [("day", One(Calls.Ten, 1), new() { UnlabelledIsBenign = true, Labels = [] })], [], new(0)),
        _ => throw new ArgumentException($"There is no report {name}.", nameof(name)),
    };

    /// <summary>Two seeds to choose on that differ, two held out, a budget that gives up a campaign that the base finds, and notes of all kinds.</summary>
    private static TuningReport TwoSeeds() => Of(
        ["Min=1..12", "Ports=1,2,3"],
        [("seed 1", Day(7, 3), Truth("203.0.113.7")), ("seed 2", Day(9, 4), Truth("203.0.113.7"))],
        [("seed 3", Day(5, 3), Truth("203.0.113.7")), ("seed 4", Day(8, 5), Truth("203.0.113.7"))],
        new(500, 0.25, ["implant"]));

    /// <summary>More benign software, refused settings and candidates than a report shows; a campaign whose process benign software shares; some that is unlabelled.</summary>
    private static TuningReport Many() => Of(
        ["Min=50..72", "Window=1h,2h"],
        [("week", [.. Day(6, 3), .. Pollers()], Truth("203.0.113.7", isRestBenign: null))],
        [],
        new(null, null, ["missed"]));

    private static IEnumerable<NetworkConnection> Pollers() =>
        from poller in Enumerable.Range(0, 45)
        from minute in Enumerable.Range(0, 40 + poller)
        select Call(poller % 2 == 0 ? "a" : "b", $@"C:\Program Files\Poll {poller}\poll{poller}.exe", $"198.51.100.{100 + poller}", minute, 443 + (minute % 2));

    private static NetworkConnection[] Day(int pollerMinutes, int implantMinutes) =>
    [
        .. Enumerable.Range(0, 60).Select(i => Call("a", "/tmp/implant", "203.0.113.7", i * implantMinutes)),
        .. Enumerable.Range(0, 50).Select(i => Call("b", @"C:\Windows\curl.exe", "203.0.113.9", i, i % 2 == 0 ? 80 : 443)),
        .. Enumerable.Range(0, 4).Select(i => Call("b", @"C:\x\late.exe", "203.0.113.10", 70 + (i * 15))),
        .. Enumerable.Range(0, 40).Select(i => Call("A", @"C:\Windows\CURL.exe", "198.51.100.7", i, i % 2 == 0 ? 80 : 443)),
        .. Enumerable.Range(0, 24).Select(i => Call("a", "/opt/poll & ask/poll", "198.51.100.1", i * pollerMinutes)),
        .. Enumerable.Range(0, 24).Select(i => Call("c", "/opt/poll & ask/poll", "198.51.100.1", i * pollerMinutes)),
        .. Enumerable.Range(0, 3).Select(i => Call("c", null, "198.51.100.2", i)),
    ];

    private static NetworkConnection[] One(DateTimeOffset from, int calls) => [.. Enumerable.Range(0, calls).Select(i => Call("a", "/tmp/implant", "203.0.113.7", (int)(from - Calls.Ten).TotalMinutes + i))];

    private static NetworkConnection Call(string host, string? image, string address, int minute, int port = 443) => new(Calls.Ten.AddMinutes(minute), host, "u", image, "x", IPAddress.Parse(address), port);

    private static GroundTruthDocument Truth(string implant, bool? isRestBenign = true) => new()
    {
        UnlabelledIsBenign = isRestBenign,
        Labels =
        [
            Campaign("implant", implant, Calls.Ten.AddHours(-30)),
            Campaign("two ports", "203.0.113.9", Calls.Ten.AddMinutes(10)) with { MustDetect = true, Events = 1_250 },
            Campaign("late", "203.0.113.10", Calls.Ten.AddMinutes(30)) with { Profile = null },
            Campaign("missed", "203.0.113.8", null),
            new() { Malicious = true, Key = GroundTruthKey.Any.With("remoteAddress", "203.0.113.11") },
            new() { Malicious = false, Persona = "poller <b>|x", Key = GroundTruthKey.Any.With("image", "/opt/poll & ask/poll") },
            .. Enumerable.Range(0, 43).Select(poller => new GroundTruthLabel { Malicious = false, Persona = $"persona {poller}", Key = GroundTruthKey.Any.With("remoteAddress", $"198.51.100.{100 + poller}") }),
        ],
    };

    private static GroundTruthLabel Campaign(string name, string address, DateTimeOffset? from) => new()
    {
        Malicious = true,
        Campaign = name,
        Profile = name + "-profile",
        Events = 12,
        Key = GroundTruthKey.Any.With("remoteAddress", address),
        From = from,
        To = from is null ? null : Calls.Ten.AddHours(2.5),
    };

    private static TuningReport Of(string[] axes, (string Name, NetworkConnection[] Calls, GroundTruthDocument Truth)[] training, (string Name, NetworkConnection[] Calls, GroundTruthDocument Truth)[] heldOut, Budget budget)
    {
        var grid = TuningGrid.Of(Reports.Detection, [.. axes.Select(SweepAxis.Parse)]);
        return new(Reports.Detection.Info, grid, [.. training.Select(Swept)], [.. heldOut.Select(Swept)], budget, [.. training.Select(events => events.Truth)]);

        SweepResult Swept((string Name, NetworkConnection[] Calls, GroundTruthDocument Truth) events)
        {
            var sweep = new OptionsSweep<string?, CallOptions>(Reports.Detection, [.. grid.Settings.Select(setting => (CallOptions)setting.Options)]);
            sweep.Push(new ObjectBatch<NetworkConnection>(events.Calls));
            return new(events.Name, grid.Settings.Count, sweep.Complete(), events.Truth, new(events.Calls.Select(call => call.Host).Distinct().Count(), events.Calls.Length / 100.0));
        }
    }
}
