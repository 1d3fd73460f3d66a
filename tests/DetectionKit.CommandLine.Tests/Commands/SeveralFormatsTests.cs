using System.Text.Json;

namespace DetectionKit.CommandLine.Tests.Commands;

public sealed class SeveralFormatsTests
{
    private const string Process = "{39e4a257-dddf-5f8b-4e1b-000000000402}";

    [Fact]
    public async Task Run_all_over_a_folder_of_several_formats_writes_findings_and_names_what_can_not_fire()
    {
        using var folder = Logs();

        var run = await CommandRun.OfAsync("run", "all", folder.PathOf(""), "--output", "ocsf");

        run.ExitCode.ShouldBe(0, run.Error);
        var findings = run.Json;
        findings.Select(finding => finding.GetProperty("finding_info").GetProperty("analytic").GetProperty("uid").GetString()).Distinct().Order()
            .ShouldBe(["vps-beaconing", "vps-inbound-scan", "vps-incident", "vps-payload-download"]);
        findings.ShouldAllBe(finding => finding.GetProperty("class_uid").GetInt32() == 2004 && finding.GetProperty("type_uid").GetInt32() == 200401 && finding.GetProperty("metadata").GetProperty("uid").GetString()!.Length == 32);
        var beacon = findings.First(finding => finding.GetProperty("finding_info").GetProperty("analytic").GetProperty("uid").GetString() == "vps-beaconing");
        (beacon.GetProperty("severity_id").GetInt32(), beacon.GetProperty("severity").GetString()).ShouldBe((3, "Medium"));
        (beacon.GetProperty("confidence_id").GetInt32(), beacon.GetProperty("confidence").GetString()).ShouldBe((2, "Medium"));
        run.Error.ShouldContain("vps-signin: can't fire here: no input has SignInAttempt events.");
        run.Error.ShouldContain("no input has SignInAttempt events: what vps-incident does with them can't be seen here.");
    }

    [Fact]
    public async Task Run_under_a_tolerance_merges_formats_by_event_time()
    {
        using var folder = Logs();

        var sorted = await CommandRun.OfAsync("run", "vps-incident", folder.PathOf(""), "--output", "json", "--evidence", "0");
        var merged = await CommandRun.OfAsync("run", "vps-incident", folder.PathOf("conn.log"), folder.PathOf("windows.ndjson"), "--output", "json", "--evidence", "0", "--disorder", "1m");

        sorted.Json.ShouldNotBeEmpty();
        merged.Json.Select(alert => alert.GetProperty("AlertId").GetString()).ShouldBe(sorted.Json.Select(alert => alert.GetProperty("AlertId").GetString()), ignoreOrder: true);
    }

    [Fact]
    public async Task Run_of_one_detection_without_its_events_is_an_error()
    {
        using var folder = Logs();

        var run = await CommandRun.OfAsync("run", "vps-signin", folder.PathOf(""));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("has no SignInAttempt events");
    }

    [Fact]
    public async Task Run_writes_cef()
    {
        using var folder = Logs();

        var run = await CommandRun.OfAsync("run", "vps-payload-download", folder.PathOf(""), "--output", "cef");

        run.Output.ShouldStartWith("CEF:0|DetectionKit|DetectionKit|1|vps-payload-download|A program of the system downloads from a public address|5|externalId=");
        run.Output.ShouldContain(" shost=WS-1 ");
        run.Output.ShouldContain(@"CommandLine\=certutil -urlcache -f x\=1");
    }

    [Fact]
    public async Task Run_reads_json_by_a_mapping()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf("mapping.json"), """{ "event": "NetworkConnection", "fields": { "Time": "ts", "Host": "h", "RemoteAddress": "dst.ip", "RemotePort": "dst.port" } }""", TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(folder.PathOf("own.ndjson"), Enumerable.Range(0, 12).Select(i => $$"""{"ts":"2026-03-02T09:00:{{i + 10}}Z","h":"A","dst":{"ip":"203.0.113.9","port":443} }"""), TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("run", "vps-beaconing", folder.PathOf("own.ndjson"), "--mapping", folder.PathOf("mapping.json"), "--output", "json");

        run.Json.ShouldHaveSingleItem().GetProperty("ComputerName").GetString().ShouldBe("A");
    }

    private static TemporaryFolder Logs()
    {
        var folder = new TemporaryFolder();
        string Sysmon(int id, string time, object data)
        {
            var fields = JsonSerializer.SerializeToNode(data)!.AsObject();
            fields["EventID"] = id;
            fields["Channel"] = "Microsoft-Windows-Sysmon/Operational";
            fields["@timestamp"] = time;
            fields["Hostname"] = "WS-1";
            fields["ProcessGuid"] = Process;
            fields["UtcTime"] = time;
            return fields.ToJsonString();
        }

        File.WriteAllLines(folder.PathOf("windows.ndjson"),
        [
            Sysmon(1, "2026-03-02T09:00:00Z", new { Image = @"C:\W\certutil.exe", CommandLine = "certutil -urlcache -f x=1", User = @"C\u" }),
            .. Enumerable.Range(0, 12).Select(i => Sysmon(3, $"2026-03-02T09:00:{i + 10}Z", new { Image = @"C:\W\certutil.exe", User = @"C\u", Initiated = "true", DestinationIp = "203.0.113.9", DestinationPort = "80" })),
        ]);
        File.WriteAllLines(folder.PathOf("conn.log"), Enumerable.Range(0, 6).Select(i => JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["ts"] = 1772442000 + i,
            ["id.orig_h"] = "203.0.113.9",
            ["id.resp_h"] = "198.51.100.1",
            ["id.resp_p"] = 20 + i,
            ["proto"] = "tcp",
            ["conn_state"] = "S0",
        })));
        File.WriteAllText(folder.PathOf("notes.log"), "no log at all");
        return folder;
    }
}
