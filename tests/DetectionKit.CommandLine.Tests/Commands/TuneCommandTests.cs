using System.Text.Json;

namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class TuneCommandTests
{
    private const string Truth = """{ "unlabelledIsBenign": true, "labels": [ { "malicious": true, "campaign": "c", "key": { "remoteAddress": "203.0.113.7" } } ] }""";

    [Fact]
    public async Task Tune_simulated_and_recorded_give_the_same_figures()
    {
        using var folder = new TemporaryFolder();
        await CommandRun.OfAsync("simulate", "--seed", "7", "--hosts", "12", "--hours", "3", "--out", folder.PathOf("sim"));
        var simulated = await TuneAsync("--seed", "7", "--hosts", "12", "--hours", "3", "--seeds", "1", "--held-out-seeds", "0", "--sweep", "MinConnections=4..20:4");
        var recorded = await TuneAsync("--events", folder.PathOf("sim/events.ndjson"), "--truth", folder.PathOf("sim/ground-truth.json"), "--sweep", "MinConnections=4..20:4");

        Alerts(simulated).Count.ShouldBe(6);
        Alerts(recorded).ShouldBe(Alerts(simulated));
        simulated.GetProperty("sweep")[1].GetProperty("alerts").GetProperty("truePositives").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Tune_writes_reports_and_options_that_run_reads()
    {
        using var folder = new TemporaryFolder();
        var events = folder.Write("events.ndjson", TemporaryFolder.Connections(15));
        var truth = folder.Write("truth.json", Truth);

        var run = await CommandRun.OfAsync(
            "tune", "vps-beaconing", "--events", events, "--truth", truth, "--set", "MinConnections=30", "--sweep", "MinConnections=15,16", "--report", folder.PathOf("out/r.html"), "--report", folder.PathOf("out/r.md"), "--save-options", folder.PathOf("tuned.json"));
        var tuned = await CommandRun.OfAsync("run", "vps-beaconing", events, "--config", folder.PathOf("tuned.json"), "--output", "json");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("Recommended: MinConnections=15");
        run.Output.ShouldContain("Finds campaign c, which the base misses.");
        (await File.ReadAllTextAsync(folder.PathOf("out/r.html"), TestContext.Current.CancellationToken)).ShouldContain("<figure id=\"precision-recall\">");
        (await File.ReadAllTextAsync(folder.PathOf("out/r.md"), TestContext.Current.CancellationToken)).ShouldContain("**MinConnections=15**");
        tuned.Json.Count.ShouldBe(1, tuned.Error);
    }

    [Fact]
    public async Task Tune_takes_verdicts_on_alerts_and_leaves_others_unknown()
    {
        using var folder = new TemporaryFolder();
        var events = folder.Write("events.ndjson", TemporaryFolder.Connections(15));
        var id = (await CommandRun.OfAsync("run", "vps-beaconing", events, "--output", "json")).Json.ShouldHaveSingleItem().GetProperty("AlertId").GetString();
        var verdict = folder.Write("verdict.json", $$"""{ "labels": [ { "malicious": false, "alert": "{{id}}" } ] }""");
        var nothing = folder.Write("nothing.json", """{ "labels": [] }""");

        var judged = (await TuneAsync("--events", events, "--truth", verdict, "--sweep", "MinConnections=12")).GetProperty("sweep")[0].GetProperty("alerts");
        var unknown = (await TuneAsync("--events", events, "--truth", nothing, "--sweep", "MinConnections=12")).GetProperty("sweep")[0].GetProperty("alerts");

        judged.GetProperty("falsePositives").GetInt64().ShouldBe(1);
        (unknown.GetProperty("falsePositives").GetInt64(), unknown.GetProperty("unknown").GetInt64()).ShouldBe((0, 1));
    }

    [Theory]
    [InlineData("--sweep MinConections=4..5", "MinConnections")]
    [InlineData("--sweep MinConnections=5..4", "has no values")]
    [InlineData("--sweep MinConnections=4 --events x.ndjson", "--events needs --truth FILE")]
    [InlineData("--sweep MinConnections=4 --truth x.json", "name them with --events")]
    [InlineData("--sweep MinConnections=4 --report r.pdf", "ends in .html, .md or .json")]
    [InlineData("--sweep MinConnections=4 --min-recall 2", "from 0 to 1")]
    [InlineData("--sweep MinConnections=4 --events x --truth /no/such.json", "/no/such.json")]
    public async Task Tune_says_what_is_wrong(string arguments, string message)
    {
        var run = await CommandRun.OfAsync(["tune", "vps-beaconing", .. arguments.Split(' ')]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    private static async Task<JsonElement> TuneAsync(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["tune", "vps-beaconing", "--output", "json", .. arguments]);
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static List<string> Alerts(JsonElement report) => [.. report.GetProperty("sweep").EnumerateArray().Select(setting => $"{setting.GetProperty("alerts")} {setting.GetProperty("keys")}")];
}
