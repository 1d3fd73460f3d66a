namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class DiffCommandTests
{
    [Fact]
    public async Task Diff_of_two_options_files_gives_events_for_every_change()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf("a.json"), """{"MinConnections":12}""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.PathOf("b.json"), """{"Detections":{"vps-beaconing":{"MinConnections":15,"CriticalPorts":2}}}""", TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("diff", "vps-beaconing", "--old", folder.PathOf("a.json"), "--new", folder.PathOf("b.json"), "--output", "json");

        run.ExitCode.ShouldBe(0, run.Error);
        var changes = run.Json.ShouldHaveSingleItem().GetProperty("changes").EnumerateArray().ToList();
        changes.Select(change => change.GetProperty("option").GetString()).ShouldBe(["MinConnections", "CriticalPorts"]);
        var least = changes[0];
        (least.GetProperty("old").GetString(), least.GetProperty("new").GetString()).ShouldBe(("12", "15"));
        least.GetProperty("stages")[0].GetString().ShouldBe("where: b.Connections >= o.MinConnections");
        least.GetProperty("example").GetProperty("events").GetArrayLength().ShouldBe(12);
        (least.GetProperty("example").GetProperty("old").GetString(), least.GetProperty("example").GetProperty("new").GetString()).ShouldBe(("Low", "no alert"));
    }

    [Fact]
    public async Task Diff_of_recorded_events_gives_the_alerts_that_one_version_raises()
    {
        using var folder = new TemporaryFolder();
        var lines = Enumerable.Range(0, 13).Select(i => $$"""{"#event_simpleName":"NetworkConnectIP4","timestamp":{{1_772_409_600_000 + (i * 60_000)}},"ComputerName":"A","UserName":"u","ImageFileName":"x.exe","CommandLine":"x","RemoteAddressIP4":"203.0.113.9","RemotePort":"443"}""");
        await File.WriteAllLinesAsync(folder.PathOf("events.ndjson"), lines, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.PathOf("b.json"), """{"MinConnections":15}""", TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("diff", "vps-beaconing", "--new", folder.PathOf("b.json"), "--events", folder.PathOf("events.ndjson"), "--output", "json");

        run.ExitCode.ShouldBe(0, run.Error);
        var recorded = run.Json.ShouldHaveSingleItem().GetProperty("recorded");
        recorded.GetProperty("onlyOld").GetArrayLength().ShouldBe(1);
        recorded.GetProperty("onlyOld")[0].GetProperty("ComputerName").GetString().ShouldBe("A");
        recorded.GetProperty("onlyNew").GetArrayLength().ShouldBe(0);
        recorded.GetProperty("both").GetInt32().ShouldBe(0);
        (await CommandRun.OfAsync("diff", "vps-beaconing", "--new", folder.PathOf("b.json"), "--events", folder.PathOf("events.ndjson"))).Output.ShouldContain("recorded: 1 alerts only before, 0 only after, 0 in both");
    }

    [Fact]
    public async Task Diff_against_kept_cases_shows_none_for_the_same_build_and_those_that_changed_for_another()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("diff", "vps-beaconing", "--keep", folder.PathOf("cases.json"))).ExitCode.ShouldBe(0);

        (await CommandRun.OfAsync("diff", "vps-beaconing", "--cases", folder.PathOf("cases.json"))).Output.ShouldStartWith("0 of ");

        var text = await File.ReadAllTextAsync(folder.PathOf("cases.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.PathOf("cases.json"), text.Replace("\"alerts\":1,\"tiers\":[\"Low\"]", "\"alerts\":0,\"tiers\":null", StringComparison.Ordinal).Replace("where: b.Connections", "where: b.Number", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var run = await CommandRun.OfAsync("diff", "vps-beaconing", "--cases", folder.PathOf("cases.json"), "--output", "json");
        var result = run.Json.ShouldHaveSingleItem();
        result.GetProperty("differences").GetArrayLength().ShouldBeGreaterThan(10);
        (result.GetProperty("differences")[0].GetProperty("old").GetString(), result.GetProperty("differences")[0].GetProperty("new").GetString()).ShouldBe(("no alert", "Low"));
        result.GetProperty("planNew")[0].GetString().ShouldStartWith("where: b.Connections");
    }

    [Fact]
    public async Task Diff_refuses_what_it_cannot_compare()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf("b.json"), """{"MinConections":15}""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.PathOf("broken.json"), "{", TestContext.Current.CancellationToken);

        (await CommandRun.OfAsync("diff", "vps-beaconing")).Error.ShouldContain("Name what to compare");
        (await CommandRun.OfAsync("diff", "vps-beaconing", "--new", folder.PathOf("b.json"))).Error.ShouldContain($"--new {folder.PathOf("b.json")}: MinConections is not an option; the nearest is MinConnections.");
        (await CommandRun.OfAsync("diff", "vps-beaconing", "--keep", folder.PathOf("c.json"), "--new", folder.PathOf("b.json"))).Error.ShouldContain("ask for one of them");
        (await CommandRun.OfAsync("diff", "vps-beaconing", "--new", folder.PathOf("broken.json"))).Error.ShouldContain("broken.json");
        (await CommandRun.OfAsync("diff", "vps-beaconing", "--cases", folder.PathOf("broken.json"))).Error.ShouldContain("--keep");
    }
}
