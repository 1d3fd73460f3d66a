using System.Text.Json;

namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_json_has_the_alerts_fields_by_their_names()
    {
        var file = _folder.Write("events.ndjson", TemporaryFolder.Connections(55));

        var run = await CommandRun.OfAsync("run", "vps-beaconing", file, "--output", "json");

        run.ExitCode.ShouldBe(0, run.Error);
        var alert = run.Json.ShouldHaveSingleItem();
        alert.EnumerateObject().Select(p => p.Name).ShouldBe(
        [
            "AlertId", "Detection", "Revision", "Status", "ComputerName", "UserName", "ImageFileName", "CommandLine", "RemoteAddressIP4", "ConnectionCount", "ConnectionsPerMinute",
            "UniqueRemotePorts", "BeaconRisk", "RiskScore", "Hosting", "WindowStart", "WindowEnd", "Severity", "Confidence", "Techniques", "Tier", "OptionsHash", "Evidence",
        ]);
        alert.GetProperty("AlertId").GetString()!.Length.ShouldBe(32);
        alert.GetProperty("UserName").ValueKind.ShouldBe(JsonValueKind.Null);
        alert.GetProperty("RemoteAddressIP4").GetString().ShouldBe("203.0.113.7");
        alert.GetProperty("ConnectionCount").GetInt32().ShouldBe(55);
        alert.GetProperty("BeaconRisk").GetString().ShouldBe("CRITICAL - Highly Regular Single-Port Beaconing");
        alert.GetProperty("RiskScore").GetInt32().ShouldBe(4);
        alert.GetProperty("WindowStart").GetString().ShouldBe("2026-03-02T08:00:00Z");
        alert.GetProperty("WindowEnd").GetString().ShouldBe("2026-03-02T09:00:00Z");
        alert.GetProperty("Techniques")[0].GetString().ShouldBe("T1583.003");
        var evidence = alert.GetProperty("Evidence").GetProperty("Sample")[0];
        evidence.GetProperty("Source").GetString().ShouldBe(file);
        evidence.GetProperty("Line").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Run_under_any_ranks_by_score_and_count()
    {
        var file = _folder.Write("events.ndjson", TemporaryFolder.Connections(13, host: "low") + TemporaryFolder.Connections(55, host: "critical") + TemporaryFolder.Connections(31, host: "high"));

        var run = await CommandRun.OfAsync("run", "vps-beaconing", file, "--output", "json");

        run.Json.Select(a => a.GetProperty("ComputerName").GetString()).ShouldBe(["critical", "high", "low"]);
    }

    [Theory]
    [InlineData(new[] { "--set", "MinConnections=20" }, 0)]
    [InlineData(new[] { "--set", "MinConnections=13" }, 1)]
    [InlineData(new[] { "--set", "ExcludedNetworks=203.0.113.0/24" }, 0)]
    [InlineData(new[] { "--set", "ExcludedImages:Add=beacon.exe" }, 0)]
    [InlineData(new[] { "--set", "ExcludedImages:Add=foo.exe", "--set", "vps-beaconing:MinConnections=15" }, 1)]
    public async Task Set_overrides_an_option(string[] settings, int alerts)
    {
        var file = _folder.Write("events.ndjson", TemporaryFolder.Connections(15));

        var run = await CommandRun.OfAsync(["run", "vps-beaconing", file, "--output", "json", .. settings]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Json.Count.ShouldBe(alerts);
    }

    [Fact]
    public async Task Set_with_nothing_empties_a_list()
    {
        var file = _folder.Write("events.ndjson", TemporaryFolder.Connections(15, "10.0.0.7"));

        (await CommandRun.OfAsync("run", "vps-beaconing", file, "--output", "json")).Json.ShouldBeEmpty();
        (await CommandRun.OfAsync("run", "vps-beaconing", file, "--output", "json", "--set", "ExcludedNetworks=")).Json.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Set_wins_over_config()
    {
        var file = _folder.Write("events.ndjson", TemporaryFolder.Connections(15));
        var config = _folder.Write("options.json", """{"Detections":{"vps-beaconing":{"MinConnections":16}}}""");

        (await CommandRun.OfAsync("run", "vps-beaconing", file, "--output", "json", "--config", config)).Json.ShouldBeEmpty();
        (await CommandRun.OfAsync("run", "vps-beaconing", file, "--output", "json", "--config", config, "--set", "MinConnections=15")).Json.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Standard_input_is_read_under_a_tolerance_and_gives_the_same_alerts()
    {
        var events = TemporaryFolder.Connections(90);
        var file = _folder.Write("events.ndjson", events);

        var fromFile = await CommandRun.OfAsync("run", "vps-beaconing", file, "--output", "json");
        var piped = await CommandRun.OfAsync(typeof(Detections.VpsBeaconing).Assembly, events, "run", "vps-beaconing", "-", "--output", "json");

        piped.ExitCode.ShouldBe(0, piped.Error);
        piped.Json.Count.ShouldBe(2);
        piped.Json.Select(a => a.GetProperty("AlertId").GetString()).ShouldBe(fromFile.Json.Select(a => a.GetProperty("AlertId").GetString()), ignoreOrder: true);
    }

    [Fact]
    public async Task Malformed_records_are_counted_and_named_and_the_run_goes_on()
    {
        var file = _folder.Write("events.ndjson", TemporaryFolder.Connections(15) + "{\"event_simpleName\":\"NetworkConnectIP4\",\"timestamp\":1}\n");

        var run = await CommandRun.OfAsync("run", "vps-beaconing", file, "--output", "json");

        run.ExitCode.ShouldBe(0);
        run.Json.Count.ShouldBe(1);
        run.Error.ShouldContain("1 malformed");
        run.Error.ShouldContain($"{file}:16:");
        run.Error.ShouldContain("events/s");
    }

    [Theory]
    [InlineData(15, 1)]
    [InlineData(3, 0)]
    public async Task Exit_code_is_1_for_alerts_when_asked(int connections, int code)
    {
        var file = _folder.Write("events.ndjson", TemporaryFolder.Connections(connections));

        (await CommandRun.OfAsync("run", "vps-beaconing", file, "--exit-code")).ExitCode.ShouldBe(code);
        (await CommandRun.OfAsync("run", "vps-beaconing", file)).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("MinConection=3", "the nearest is MinConnections")]
    [InlineData("MinConnections=x", "expected a whole number")]
    [InlineData("MinConnections=0", "MinConnections is 0")]
    [InlineData("MinConnections", "write Name=Value")]
    public async Task A_wrong_option_is_an_error_that_says_what_to_do(string setting, string message)
    {
        var file = _folder.Write("events.ndjson", TemporaryFolder.Connections(15));

        var run = await CommandRun.OfAsync("run", "vps-beaconing", file, "--set", setting);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
        run.Error.ShouldNotContain("   at ");
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"Detections\":", "no JSON of options")]
    [InlineData("{\"Logging\":{\"Level\":1}}", "no Detections")]
    [InlineData("{\"Detections\":{\"nope\":{\"A\":1}}}", "no detection 'nope'")]
    public async Task A_wrong_config_is_an_error_with_its_path(string text, string message)
    {
        var config = _folder.Write("options.json", text);

        var run = await CommandRun.OfAsync("run", "vps-beaconing", config, "--config", config);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(config);
        run.Error.ShouldContain(message);
    }

    [Theory]
    [InlineData("run", "nope", "x", "There is no detection 'nope'")]
    [InlineData("run", "vps-beaconing", "/no/such/file", "no such file")]
    [InlineData("frobnicate", "", "", "There is no command 'frobnicate'")]
    public async Task What_is_not_there_is_an_error(string command, string detection, string input, string message)
    {
        var run = await CommandRun.OfAsync([.. new[] { command, detection, input }.Where(a => a.Length > 0)]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task Events_of_a_users_own_type_are_read_by_their_properties()
    {
        var lines = string.Concat(Enumerable.Range(0, 4).Select(i => $$"""{"at":"2026-03-02T08:0{{i}}:00Z","user":"eve","failed":true}""" + "\n"));
        var file = _folder.Write("sign-ins.ndjson", lines + """{"user":"eve","failed":true}""" + "\n");

        var run = await CommandRun.OfAsync(typeof(RunCommandTests).Assembly, null, "run", "failed-sign-ins", file, "--output", "json");

        var alert = run.Json.ShouldHaveSingleItem();
        alert.GetProperty("Failures").GetInt32().ShouldBe(4);
        alert.GetProperty("Ratio").ValueKind.ShouldBe(JsonValueKind.Null);
        alert.GetProperty("Status").GetString().ShouldBe("Final");
        alert.GetProperty("Value").GetProperty("Status").GetString().ShouldBe("4625");
        run.Error.ShouldContain("1 malformed");
    }

    [Fact]
    public async Task Out_takes_the_alerts_and_leaves_standard_output_empty()
    {
        var file = _folder.Write("events.ndjson", TemporaryFolder.Connections(15));
        var path = _folder.PathOf("alerts/a.json");

        var run = await CommandRun.OfAsync("run", "all", file, "--output", "json", "--out", path, "--quiet");

        run.Output.ShouldBeEmpty();
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith("  CAN'T FIRE HERE: ", StringComparison.Ordinal));
        File.ReadAllLines(path).Length.ShouldBe(1);
    }
}
