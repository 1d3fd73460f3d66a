using CsCheck;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Runtimes.Sweeps;

public sealed class OptionsSweepTests
{
    private static readonly Gen<FlowOptions> s_options = Gen.Select(
        Gen.Int[1, 4], Gen.Int[2, 5], Gen.OneOf(443, 443, 80), Gen.OneOf(60, 60, 30), Gen.OneOf(25, 20), Gen.OneOf(0.25, 0.5),
        (min, high, port, window, hop, fraction) => new FlowOptions { Min = min, High = high, Port = port, Window = TimeSpan.FromMinutes(window), Hop = TimeSpan.FromMinutes(hop), Fraction = fraction });

    public static TheoryData<string> Names => QueryCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Complete_gives_the_alerts_of_each_setting_alone(string name)
    {
        var query = QueryCases.Named(name);
        Gen.Select(Flows.Stream(60), s_options.Array[1, 6], Gen.OneOf(1, 7, 1024)).Sample((flows, settings, batch) => AreSame(query, flows, settings, batch), iter: Iterations.Of(25));
    }

    [Fact]
    public void Complete_of_random_plans_gives_the_alerts_of_each_setting_alone() =>
        Gen.Select(PlanChoice.Any, Flows.Stream(60), s_options.Array[1, 6], Gen.OneOf(1, 1024)).Sample((choice, flows, settings, batch) => AreSame(RandomPlan.Of(choice), flows, settings, batch), iter: Iterations.Of(100));

    [Fact]
    public void States_of_settings_that_differ_in_thresholds_is_one()
    {
        var flagship = QueryCases.Named("flagship");

        flagship.StatesOf([new(), new() { Min = 3 }, new() { High = 9 }]).ShouldBe(1);
        flagship.StatesOf([new(), new() { Min = 3 }, new() { Window = TimeSpan.FromMinutes(30) }, new() { Window = TimeSpan.FromMinutes(30), Min = 3 }]).ShouldBe(2);
    }

    private static void AreSame(QueryCase query, Flow[] flows, FlowOptions[] settings, int batch)
    {
        var swept = query.Sweep(flows, settings, new() { BatchSize = batch });
        for (var setting = 0; setting < settings.Length; setting++)
        {
            var alone = query.Alone(flows, settings[setting]);
            swept.Where(alert => alert.Settings.Contains(setting)).Select(alert => (alert.Id, alert.Window, alert.Key, alert.Tiers[setting])).ShouldBe(
                alone.OrderBy(alert => alert.Window.End).ThenBy(alert => alert.Key).ThenBy(alert => alert.Id, StringComparer.Ordinal).Select(alert => (alert.Id, alert.Window, alert.Key, alert.Tier)));
        }
    }
}
