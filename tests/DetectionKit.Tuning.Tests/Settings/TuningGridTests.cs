using DetectionKit.Detections;
using DetectionKit.Tuning.Settings;
using Microsoft.Extensions.Configuration;

namespace DetectionKit.Tuning.Tests.Settings;

public sealed class TuningGridTests
{
    [Fact]
    public void Of_makes_every_combination_after_the_base()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("HighPorts", "5")]).Build();
        var grid = TuningGrid.Of(new VpsBeaconing(), [SweepAxis.Parse("MinConnections=4,8"), SweepAxis.Parse("CriticalPorts=1,2")], configuration);

        grid.Settings.Select(setting => setting.ToString()).ShouldBe(
            ["the base", "MinConnections=4, CriticalPorts=1", "MinConnections=4, CriticalPorts=2", "MinConnections=8, CriticalPorts=1", "MinConnections=8, CriticalPorts=2"]);
        grid.Settings.Select(setting => (VpsBeaconingOptions)setting.Options).Select(o => (o.MinConnections, o.CriticalPorts, o.HighPorts)).ShouldBe([(12, 1, 5), (4, 1, 5), (4, 2, 5), (8, 1, 5), (8, 2, 5)]);
    }

    [Fact]
    public void Of_sets_combinations_aside_that_are_not_valid()
    {
        var grid = TuningGrid.Of(new VpsBeaconing(), [SweepAxis.Parse("MediumConnections=20,31")]);

        grid.Settings.Count.ShouldBe(2);
        grid.Refused.ShouldHaveSingleItem().ShouldContain("MediumConnections=31: ");
    }

    [Fact]
    public void Of_unknown_option_names_the_nearest() =>
        Should.Throw<DetectionOptionsException>(() => TuningGrid.Of(new VpsBeaconing(), [SweepAxis.Parse("MinConections=4..5")])).Message.ShouldContain("MinConnections");

    [Fact]
    public void Of_option_twice_or_too_many_combinations_throws()
    {
        Should.Throw<ArgumentException>(() => TuningGrid.Of(new VpsBeaconing(), [SweepAxis.Parse("HighPorts=4"), SweepAxis.Parse("highports=5")])).Message.ShouldContain("is swept twice");
        Should.Throw<ArgumentException>(() => TuningGrid.Of(new VpsBeaconing(), [SweepAxis.Parse("MinConnections=1..1000"), SweepAxis.Parse("HighPorts=1..101")])).Message.ShouldContain("101,000 combinations");
    }
}
