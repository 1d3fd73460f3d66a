namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class SimulateCommandTests
{
    [Fact]
    public async Task Simulate_takes_an_organisation_and_imperfections_from_files()
    {
        using var folder = new TemporaryFolder();
        var organisation = folder.Write("org.json", """{ "domain": "contoso.example", "hosts": { "linuxServer": 5 } }""");
        var imperfect = folder.Write("imperfect.json", """{ "duplicates": { "share": 0.5, "longest": "00:03:00" } }""");

        var plain = await SimulateAsync(folder.PathOf("plain"), "--organisation", organisation);
        var doubled = await SimulateAsync(folder.PathOf("doubled"), "--organisation", organisation, "--imperfect", imperfect);

        plain.ShouldAllBe(line => line.Contains("contoso.example", StringComparison.Ordinal));
        doubled.Length.ShouldBeGreaterThan(plain.Length * 5 / 4);
    }

    [Theory]
    [InlineData("--organisation", "$.hsts")]
    [InlineData("--imperfect", "$.hsts")]
    public async Task Simulate_says_what_is_wrong_with_a_file(string option, string field)
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OfAsync("simulate", "--hosts", "5", "--hours", "1", "--out", folder.PathOf("out"), option, folder.Write("wrong.json", """{ "hsts": 1 }"""));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(option);
        run.Error.ShouldContain(field);
    }

    [Fact]
    public async Task Simulate_takes_as_many_hosts_as_the_organisation_names()
    {
        using var folder = new TemporaryFolder();
        var organisation = folder.Write("org.json", """{ "hosts": { "linuxServer": 3, "workstation": 4 } }""");

        var run = await CommandRun.OfAsync("simulate", "--hours", "3", "--format", "fdr-raw", "--organisation", organisation, "--out", folder.PathOf("out"), "-q");

        run.ExitCode.ShouldBe(0, run.Error);
        (await File.ReadAllLinesAsync(folder.PathOf("out/raw.ndjson"), TestContext.Current.CancellationToken)).Count(line => line.Contains("\"AgentVersion\"", StringComparison.Ordinal)).ShouldBe(7);
    }

    [Fact]
    public async Task Simulate_plays_a_scenario_by_name()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OfAsync("simulate", "--hosts", "20", "--hours", "1", "--scenario", "NMAP-scan", "--format", "auditd", "--out", folder.PathOf("out"), "-q");

        run.ExitCode.ShouldBe(0, run.Error);
        (await File.ReadAllTextAsync(folder.PathOf("out/audit.log"), TestContext.Current.CancellationToken)).ShouldContain("/usr/bin/nmap");
    }

    [Fact]
    public async Task Simulate_says_what_it_did_to_the_telemetry()
    {
        using var folder = new TemporaryFolder();
        var imperfect = folder.Write("imperfect.json", """{ "malformed": 1 }""");

        var run = await CommandRun.OfAsync("simulate", "--hosts", "3", "--hours", "1", "--out", folder.PathOf("out"), "--imperfect", imperfect);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldMatch(@"on purpose, of ([\d,]+) events: 0 lost, .* \1 cut off");
    }

    [Fact]
    public async Task Tune_of_Sysmon_finds_the_campaigns_that_FDR_shows()
    {
        using var folder = new TemporaryFolder();
        foreach (var format in (string[])["fdr", "sysmon"])
            (await CommandRun.OfAsync("simulate", "--seed", "7", "--hosts", "12", "--hours", "4", "--format", format, "--out", folder.PathOf(format), "-q")).ExitCode.ShouldBe(0);

        var fdr = await RecallAsync(folder.PathOf("fdr/events.ndjson"), folder.PathOf("fdr/ground-truth.json"));
        var sysmon = await RecallAsync(folder.PathOf("sysmon/sysmon.ndjson"), folder.PathOf("sysmon/ground-truth.json"));

        fdr.ShouldBeGreaterThan(0);
        sysmon.ShouldBe(fdr);
    }

    private static async Task<double> RecallAsync(string events, string truth)
    {
        var run = await CommandRun.OfAsync("tune", "vps-beaconing", "--events", events, "--truth", truth, "--sweep", "MinConnections=12", "--output", "json", "-q");
        run.ExitCode.ShouldBe(0, run.Error);
        return System.Text.Json.JsonDocument.Parse(run.Output).RootElement.GetProperty("base").GetProperty("training").GetProperty("recall").GetDouble();
    }

    private static async Task<string[]> SimulateAsync(string folder, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["simulate", "--seed", "3", "--hosts", "5", "--hours", "2", "--format", "fdr", "--out", folder, "-q", .. arguments]);
        run.ExitCode.ShouldBe(0, run.Error);
        return await File.ReadAllLinesAsync(Path.Combine(folder, "events.ndjson"), TestContext.Current.CancellationToken);
    }
}
