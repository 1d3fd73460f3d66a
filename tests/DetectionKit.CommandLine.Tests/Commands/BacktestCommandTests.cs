using System.Xml.Linq;

namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class BacktestCommandTests
{
    [Theory]
    [InlineData("""{ "exactly": 1 }""", null)]
    [InlineData("""{ "atLeast": 1, "keys": [ { "remoteAddress": "203.0.113.7" } ] }""", null)]
    [InlineData("""{ "none": true }""", "no alert is expected, and there are 1")]
    [InlineData("""{ "exactly": 2 }""", "2 alerts are expected, and there are 1")]
    [InlineData("""{ "atLeast": 2 }""", "2 alerts or more are expected")]
    [InlineData("""{ "keys": [ { "remoteAddress": "203.0.113.8" } ] }""", "no alert on remoteAddress = 203.0.113.8")]
    [InlineData("""{ "atLeast": 1, "keys": [ { "remoteAddress": "203.0.113.8" } ] }""", "unexpected: ")]
    [InlineData("""{ "tiers": { "Critical": 1 } }""", "unexpected tier: ")]
    public async Task Backtest_holds_alerts_against_what_is_expected(string expect, string? failure)
    {
        using var folder = new TemporaryFolder();
        folder.Write("events.ndjson", TemporaryFolder.Connections(15));
        var file = folder.Write("expect.json", $$"""{ "cases": [ { "name": "one", "detection": "vps-beaconing", "events": ["*.ndjson"], "expect": {{expect}} } ] }""");

        var run = await CommandRun.OfAsync("backtest", "--expect", file, "--junit", folder.PathOf("out/junit.xml"), "-q");

        run.ExitCode.ShouldBe(failure is null ? 0 : 1, run.Error);
        if (failure is not null) run.Output.ShouldContain(failure);
        var suite = XDocument.Load(folder.PathOf("out/junit.xml")).Root!.Element("testsuite")!;
        (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value).ShouldBe(("1", failure is null ? "0" : "1"));
        suite.Element("testcase")!.Elements("failure").Any().ShouldBe(failure is not null);
    }

    [Fact]
    public async Task Backtest_takes_options_of_each_case()
    {
        using var folder = new TemporaryFolder();
        folder.Write("events.ndjson", TemporaryFolder.Connections(15));
        var file = folder.Write("expect.json", """
            { "cases": [
              { "detection": "vps-beaconing", "events": ["events.ndjson"], "options": { "MinConnections": 16 }, "expect": { "none": true } },
              { "detection": "vps-beaconing", "events": ["events.ndjson"], "options": { "ExcludedNetworks": ["203.0.113.0/24"] }, "expect": { "none": true } } ] }
            """);

        var run = await CommandRun.OfAsync("backtest", "--expect", file, "-q");

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldContain("2 passed, 0 failed");
    }

    [Theory]
    [InlineData("""{ "cases": [] }""", "$.cases: there are no cases")]
    [InlineData("""{ "cases": [ { "detection": "vps-beaconing", "events": [], "expect": { "none": true } } ] }""", "$.cases[0]: there are no events")]
    [InlineData("""{ "cases": [ { "detection": "vps-beaconing", "events": ["x"], "expect": { } } ] }""", "$.cases[0]: expect says nothing")]
    [InlineData("""{ "cases": [ { "detection": "vps-beaconing", "events": ["x"], "expect": { "none": true, "exactly": 1 } } ] }""", "expect says none, and something else")]
    [InlineData("""{ "cases": [ { "detection": "vps-beaconin", "events": ["x"], "expect": { "none": true } } ] }""", "vps-beaconing")]
    [InlineData("""{ "cases": [ { "detecton": "x" } ] }""", "line 1")]
    public async Task Backtest_says_what_is_wrong_and_where(string json, string message)
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OfAsync("backtest", "--expect", folder.Write("expect.json", json), "-q");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }
}
