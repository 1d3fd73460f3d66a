using DetectionKit.Simulator.Personas;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Tests;

public sealed class SimulationOptionsTests
{
    private static readonly SimulationOptions Valid = new() { Seed = 1 };

    [Fact]
    public void Validate_finds_nothing_wrong_with_the_defaults() => Valid.Validate().ShouldBeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public void Validate_names_the_range_of_hosts(int hosts) =>
        (Valid with { Hosts = hosts }).Validate().ShouldBe([$"Hosts is {hosts}; choose 1 to 100000."]);

    [Theory]
    [InlineData(0, "00:00:00")]
    [InlineData(-1, "-01:00:00")]
    [InlineData(91 * 24, "91.00:00:00")]
    public void Validate_names_the_range_of_the_duration(double hours, string printed) =>
        (Valid with { Duration = TimeSpan.FromHours(hours) }).Validate().ShouldBe([$"Duration is {printed}; choose more than zero and at most 90 days."]);

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    [InlineData(double.NaN)]
    public void Validate_names_the_range_of_the_intensity(double intensity) =>
        (Valid with { Intensity = intensity }).Validate().Single().ShouldEndWith("; choose 0.01 to 1000.");

    [Fact]
    public void Validate_refuses_a_start_that_epoch_time_would_not_hold() =>
        (Valid with { Start = DateTimeOffset.MinValue }).Validate().Single().ShouldStartWith("Start is 0001-01-01 00:00:00Z;");

    [Fact]
    public void Validate_refuses_an_empty_scenario() =>
        (Valid with { Scenario = new Scenario { Name = "desert" } }).Validate().ShouldBe(["Scenario 'desert' has nobody in it; add a persona or an adversary."]);

    [Fact]
    public void Validate_refuses_two_personas_of_one_name() =>
        (Valid with { Scenario = new Scenario { Name = "twins", Personas = [new Browser(), new Browser()] } }).Validate().Single().ShouldContain("more than one persona named browser");

    [Fact]
    public void Create_names_every_wrong_option_at_once()
    {
        var problem = Should.Throw<ArgumentException>(() => Simulation.Create(Valid with { Hosts = 0, Intensity = -1 }));
        problem.Message.ShouldContain("Hosts is 0");
        problem.Message.ShouldContain("Intensity is -1");
    }
}
