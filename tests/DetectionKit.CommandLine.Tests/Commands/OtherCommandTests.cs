namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class OtherCommandTests
{
    [Fact]
    public async Task Simulate_writes_files_whose_two_shapes_give_the_same_alerts()
    {
        using var folder = new TemporaryFolder();
        var simulated = await CommandRun.OfAsync("simulate", "--seed", "7", "--hosts", "10", "--hours", "2", "--out", folder.PathOf("sim"));
        simulated.ExitCode.ShouldBe(0, simulated.Error);
        File.Exists(folder.PathOf("sim/ground-truth.json")).ShouldBeTrue();

        var enriched = await CommandRun.OfAsync("run", "vps-beaconing", folder.PathOf("sim/events.ndjson"), "--output", "json", "--evidence", "0");
        var raw = await CommandRun.OfAsync("run", "vps-beaconing", folder.PathOf("sim/raw.ndjson"), "--output", "json", "--evidence", "0");

        enriched.Json.ShouldNotBeEmpty();
        raw.Output.ShouldBe(enriched.Output);
    }

    [Fact]
    public async Task List_json_has_options_with_defaults_and_the_events_read()
    {
        var detections = (await CommandRun.OfAsync("list", "--output", "json")).Json;

        detections.Select(d => d.GetProperty("Id").GetString()).ShouldBe(["vps-beacon-regularity", "vps-beaconing", "vps-inbound-scan", "vps-incident", "vps-payload-download", "vps-signin"]);
        var detection = detections[1];
        detection.GetProperty("Events")[0].GetString().ShouldBe("NetworkConnection");
        detection.GetProperty("Options").EnumerateArray().Single(o => o.GetProperty("Name").GetString() == "MinConnections").GetProperty("Value").GetInt32().ShouldBe(12);
    }

    [Fact]
    public async Task Explain_prints_stages_and_options_in_force()
    {
        var run = await CommandRun.OfAsync("explain", "vps-beaconing", "--set", "MinConnections=13");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("b.Connections >= o.MinConnections");
        run.Output.ShouldContain("MinConnections = 13");
    }

    [Fact]
    public async Task Explain_says_how_far_a_group_was_from_firing()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("events.ndjson", TemporaryFolder.Connections(9));

        var run = await CommandRun.OfAsync("explain", "vps-beaconing", file, "--key", "Host=A", "--key", "RemoteAddress=203.0.113.7", "--at", "2026-03-02T08:30Z");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("short by 3");
    }

    [Fact]
    public async Task Demo_shows_campaigns_found_and_missed()
    {
        var run = await CommandRun.OfAsync("demo", "--hosts", "20");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("empire-http");
        run.Output.ShouldMatch("meterpreter-reverse-tcp\\S* .* no ");
        run.Output.ShouldMatch("empire-http\\S* .* yes ");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("explain")]
    [InlineData("simulate")]
    [InlineData("list")]
    [InlineData("demo")]
    public async Task Help_has_an_example_of_the_command(string command)
    {
        var run = await CommandRun.OfAsync(command, "--help");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("Examples:");
        run.Output.ShouldContain($"detectionkit {command}");
    }
}
