using System.Text.Json;
using System.Text.RegularExpressions;
using DetectionKit.Simulator.Validation;
using DetectionKit.Simulator.Writers;
using DetectionKit.Simulator.Writers.Formats;

namespace DetectionKit.Simulator.Tests.Validation;

public sealed partial class ValidationTestTests
{
    public static TheoryData<int> Numbers => [1, 2, 3, 4];

    [Fact]
    public void All_are_the_four_of_the_technique() => ValidationTest.All.Select(test => test.Number).ShouldBe([1, 2, 3, 4]);

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Telemetry_is_what_is_written_and_nothing_else(int number)
    {
        using var folder = new TemporaryFolder();
        var test = ValidationTest.All[number - 1];
        string[] formats = ["sysmon", "security", "powershell", "auditd", "syslog", "entra", "zeek"];
        var written = await SimulationWriter.WriteAsync(Simulation.Create(test.ToOptions()), folder.Path, [.. formats.Select(TelemetryFormat.Named)], cancellationToken: TestContext.Current.CancellationToken);

        var events = formats.Zip(written.Paths).SelectMany(file => EventsOf(file.First, file.Second)).CountBy(e => e).ToDictionary();
        foreach (var expected in test.Telemetry) events.ShouldContainKeyAndValue($"{expected.Format} {expected.Event}", expected.Count);
    }

    [Fact]
    public async Task Check_in_leaves_hidden_PowerShell_with_its_whole_script()
    {
        var process = Json(await LinesAsync(new PowerShellCheckIn(), "sysmon")).Single(e => e.GetProperty("event_id").GetInt32() == 1).GetProperty("event_data");
        var script = Json(await LinesAsync(new PowerShellCheckIn(), "powershell")).ShouldHaveSingleItem().GetProperty("event_data").GetProperty("ScriptBlockText").GetString();

        process.GetProperty("Image").GetString().ShouldEndWith(@"\powershell.exe");
        process.GetProperty("CommandLine").GetString()!.ShouldContain("-WindowStyle Hidden");
        process.GetProperty("CommandLine").GetString()!.ShouldContain("Invoke-WebRequest");
        process.GetProperty("CommandLine").GetString()!.ShouldContain(script!);
    }

    [Fact]
    public void Check_in_comes_fifteen_times_about_five_seconds_apart_to_the_target()
    {
        var target = System.Net.IPAddress.Parse("198.51.100.9");
        var calls = Simulation.Create(new PowerShellCheckIn(target).ToOptions()).Events().OfType<SimulatedConnection>().ToArray();

        calls.Length.ShouldBe(15);
        calls.ShouldAllBe(call => call.RemoteAddress.Equals(target) && call.RemotePort == 8443);
        Offices.Intervals(calls).ShouldAllBe(interval => interval >= TimeSpan.FromSeconds(5) && interval < TimeSpan.FromSeconds(5.5));
    }

    [Fact]
    public async Task Download_that_nothing_answers_leaves_no_file()
    {
        Ids(await LinesAsync(new CertutilDownload { Succeeds = false }, "sysmon")).ShouldBe([1, 3]);
        Ids(await LinesAsync(new CertutilDownload(), "sysmon")).ShouldBe([1, 3, 11]);
    }

    [Fact]
    public async Task Download_is_audited_with_its_command_line_and_file()
    {
        var start = Json(await LinesAsync(new CertutilDownload(), "security")).ShouldHaveSingleItem().GetProperty("event_data");
        var file = Json(await LinesAsync(new CertutilDownload(), "sysmon")).Single(e => e.GetProperty("event_id").GetInt32() == 11).GetProperty("event_data");

        start.GetProperty("NewProcessName").GetString().ShouldBe(@"C:\Windows\System32\certutil.exe");
        start.GetProperty("CommandLine").GetString()!.ShouldContain("-urlcache");
        start.GetProperty("CommandLine").GetString()!.ShouldContain(" -f ");
        start.GetProperty("NewProcessId").GetString()!.ShouldStartWith("0x");
        file.GetProperty("TargetFilename").GetString()!.ShouldEndWith(@"\Temp\df00tech-vps-test.exe");
    }

    [Fact]
    public async Task Scan_is_audited_as_two_records_that_share_a_serial()
    {
        var records = await LinesAsync(new NmapScan(), "auditd");

        records.Length.ShouldBe(2);
        records.Select(record => Serial().Match(record).Value).Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();
        records[1].ShouldContain("a0=\"/usr/bin/nmap\"");
        records[1].ShouldContain("\"22,80,443,3389,8080,8443\"");
        (await LinesAsync(new NmapScan(), "syslog")).ShouldHaveSingleItem().ShouldContain("COMMAND=/usr/bin/nmap");
    }

    [Fact]
    public async Task Scan_is_not_answered()
    {
        var rows = (await LinesAsync(new NmapScan(), "zeek")).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToArray();

        rows.Select(row => int.Parse(row[5], System.Globalization.CultureInfo.InvariantCulture)).Order().ShouldBe([22, 80, 443, 3389, 8080, 8443]);
        rows.ShouldAllBe(row => row[11] == "S0" && row[8] == "-" && row[9] == "-" && row[15] == "S");
    }

    [Fact]
    public async Task Sign_in_comes_from_the_target_and_the_process_calls_the_provider()
    {
        var test = new GraphSignIn();
        var signIn = Json(await LinesAsync(test, "entra")).ShouldHaveSingleItem();
        var truth = Simulation.Create(test.ToOptions()).GroundTruth;

        signIn.GetProperty("ipAddress").GetString().ShouldBe(test.Target.ToString());
        signIn.GetProperty("status").GetProperty("errorCode").GetInt32().ShouldBe(0);
        Json(await LinesAsync(test, "sysmon")).Single(e => e.GetProperty("event_id").GetInt32() == 22).GetProperty("event_data").GetProperty("QueryName").GetString().ShouldBe("login.microsoftonline.com");
        truth.Labels.Any(label => label.Key!.TryGet("user", out var user) && user == signIn.GetProperty("userPrincipalName").GetString()).ShouldBeTrue();
    }

    [GeneratedRegex(@"audit\([^)]*\)")]
    private static partial Regex Serial();

    private static IEnumerable<string> EventsOf(string format, string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith('#')) continue;
            var name = format switch
            {
                "auditd" => Regex.Match(line, "type=([A-Z]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value,
                "syslog" => line.Split(' ')[2].Split('[')[0],
                "zeek" => "conn",
                "entra" => "signIn",
                _ => JsonDocument.Parse(line).RootElement.GetProperty("event_id").GetRawText(),
            };
            yield return $"{format} {name}";
        }
    }

    private static JsonElement[] Json(string[] lines) => [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];

    private static int[] Ids(string[] lines) => [.. Json(lines).Select(e => e.GetProperty("event_id").GetInt32())];

    private static async Task<string[]> LinesAsync(ValidationTest test, string format)
    {
        using var folder = new TemporaryFolder();
        var written = await SimulationWriter.WriteAsync(Simulation.Create(test.ToOptions()), folder.Path, [TelemetryFormat.Named(format)], cancellationToken: TestContext.Current.CancellationToken);
        return await File.ReadAllLinesAsync(written.EventsPath, TestContext.Current.CancellationToken);
    }
}
