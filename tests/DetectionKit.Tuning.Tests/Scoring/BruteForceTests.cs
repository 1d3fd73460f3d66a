using CsCheck;
using DetectionKit.Detections;
using DetectionKit.GroundTruth;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Tests.Scoring;

/// <summary>The figures of a sweep against those of a plain run under each setting, counted one by one.</summary>
public sealed class BruteForceTests
{
    private static readonly Exposure s_exposure = new(3, 0.125);

    private static readonly Gen<SweepAxis[]> s_axes = Gen.Select(Gen.OneOf("Min=1..6", "Min=2,4"), Gen.OneOf("", "Ports=1,2,3"), Gen.OneOf("", "", "Port=443,80"), Gen.OneOf("", "", "Window=30m,1h"))
        .Select((min, ports, port, window) => new[] { min, ports, port, window }.Where(axis => axis.Length > 0).Select(SweepAxis.Parse).ToArray());

    public static TheoryData<string> Names => ["thresholds", "hopping", "suppressed", "sliding", "per host", "stateless"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scores_equal_those_of_a_run_under_each_setting(string name) =>
        Gen.Select(Calls.Any, Calls.Truth, s_axes).Sample((calls, truth, axes) => Dispatch(name, calls, truth, axes), iter: 60);

    [Fact]
    public void Scores_of_the_flagship_equal_those_of_a_run_under_each_setting() =>
        Gen.Select(Calls.Any, Calls.Truth).Sample((calls, truth) => Compare(
            new VpsBeaconing(), calls, truth, [SweepAxis.Parse("MinConnections=1..8"), SweepAxis.Parse("Window=30m,1h"), SweepAxis.Parse("ExcludedImages:Add=curl,beacon.exe")]), iter: 40);

    private static void Dispatch(string name, NetworkConnection[] calls, GroundTruthDocument truth, SweepAxis[] axes)
    {
        switch (name)
        {
            case "thresholds":
                Compare(Of((events, o) => events.Where(c => c.RemotePort == o.Port || c.RemotePort == 8443).GroupBy(c => new { c.Host, c.Image, c.RemoteAddress }).Window(w => w.Tumbling(o.Window))
                    .Aggregate(w => new { w.Key, N = w.Count(), P = w.CountDistinct(c => c.RemotePort) }).Where(b => b.N >= o.Min && b.P <= o.Ports)), calls, truth, axes);
                break;
            case "hopping":
                Compare(Of((events, o) => events.GroupBy(c => new { c.Host, c.RemoteAddress }).Window(w => w.Hopping(o.Window, TimeSpan.FromMinutes(15)))
                    .Aggregate(w => new { w.Key, N = w.Where(c => c.RemotePort == o.Port).Count() }).Where(b => b.N >= o.Min).Select(b => new { b.Key.Host, b.N })), calls, truth, axes);
                break;
            case "suppressed":
                Compare(Of((events, o) => events.GroupBy(c => new { c.Host, c.RemoteAddress }).Window(w => w.Tumbling(TimeSpan.FromMinutes(20))).Aggregate(w => new { w.Key, N = w.Count() })
                    .Where(b => b.N >= o.Min).Suppress(b => b.Key.Host, () => o.Window)), calls, truth, axes);
                break;
            case "sliding":
                Compare(Of((events, o) => events.GroupBy(c => new { c.Host, c.RemoteAddress }).Window(w => w.Sliding(o.Window)).Aggregate(w => new { w.Key, N = w.Count() }).Where(b => b.N >= o.Min)), calls, truth, axes);
                break;
            case "per host":
                Compare(Of((events, o) => events.GroupBy(c => c.Host).Window(w => w.Session(TimeSpan.FromMinutes(10), o.Window)).Aggregate(w => new { w.Key, N = w.Count() }).Where(b => b.N >= o.Min)), calls, truth, axes);
                break;
            default:
                Compare(Of((events, o) => events.Where(c => c.RemotePort == o.Port).Select(c => new { c.Host, c.Image })), calls, truth, axes);
                break;
        }
    }

    private static CallDetection<T> Of<T>(Func<Events<NetworkConnection>, CallOptions, DetectionQuery<T>> query) => new("calls", query);

    private static void Compare<TAlert, TOptions>(Detection<TAlert, TOptions> detection, NetworkConnection[] calls, GroundTruthDocument truth, SweepAxis[] axes)
        where TOptions : class, new()
    {
        var grid = TuningGrid.Of(detection, axes);
        var sweep = new OptionsSweep<TAlert, TOptions>(detection, [.. grid.Settings.Select(setting => (TOptions)setting.Options)]);
        foreach (var batch in calls.Chunk(7)) sweep.Push(new ObjectBatch<NetworkConnection>(batch));
        var scores = new SweepResult("calls", grid.Settings.Count, sweep.Complete(), truth, s_exposure).Scores;
        var alone = grid.Settings.Select(setting => calls.Detect(detection, (TOptions)setting.Options).ToList()).ToList();
        var windows = alone.SelectMany(alerts => alerts).Where(alert => Label(truth, alert)?.Malicious == true).Select(alert => (alert.Id, alert.Window)).Distinct().Count();
        foreach (var setting in grid.Settings) scores[setting.Number].ShouldBeEquivalentTo(Expected(setting.Number, alone[setting.Number], truth, windows));
    }

    private static GroundTruthLabel? Label(GroundTruthDocument truth, Alert alert) => truth.LabelOf(alert.Id, alert.Key, alert.Window);

    private static SettingScore Expected<TAlert>(int setting, List<Alert<TAlert>> alerts, GroundTruthDocument truth, int windows)
    {
        var labels = alerts.ConvertAll(alert => Label(truth, alert));
        var malicious = truth.Labels.Where(label => label.Malicious).Distinct().ToList();
        var (hits, falseHits, unknown) = (labels.Count(label => label?.Malicious == true), labels.Count(label => label?.Malicious == false || (label is null && truth.UnlabelledIsBenign == true)), labels.Count(label => label is null && truth.UnlabelledIsBenign != true));
        long Keys(Func<GroundTruthLabel?, bool> which) => alerts.Zip(labels).Where(alert => which(alert.Second)).Select(alert => alert.First.Key).Distinct().Count();
        var foundKeys = malicious.Count(label => labels.Contains(label));
        var outcomes = malicious.GroupBy(label => label.Campaign!).Select(campaign =>
        {
            var about = alerts.Zip(labels).Where(alert => campaign.Contains(alert.Second)).Select(alert => alert.First.Window.End).Order().ToList();
            var from = campaign.All(label => label.From is not null) ? campaign.Min(label => label.From) : null;
            return new CampaignOutcome(campaign.Key, null, false, about.Count, about.Count > 0 ? about[0] - from : null) { Events = "calls" };
        }).ToList();
        var found = outcomes.Count(outcome => outcome.Alerts > 0);
        return new(
            setting,
            new(hits, falseHits, windows - hits, unknown),
            new(foundKeys, Keys(label => label?.Malicious == false || (label is null && truth.UnlabelledIsBenign == true)), malicious.Count - foundKeys, Keys(label => label is null && truth.UnlabelledIsBenign != true)),
            new(found, 0, outcomes.Count - found, 0),
            outcomes,
            s_exposure);
    }
}
