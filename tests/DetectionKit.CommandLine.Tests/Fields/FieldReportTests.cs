namespace DetectionKit.CommandLine.Tests.Fields;

public sealed class FieldReportTests : IDisposable
{
    private const string Zeek = "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\thistory\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_says_how_often_each_field_was_missing()
    {
        var run = await CommandRun.OfAsync("run", "vps-beaconing", _folder.Write("events.ndjson", TemporaryFolder.Connections(4) + TemporaryFolder.Connections(4).Replace("\"UserName\":null", "\"UserName\":\"u\"", StringComparison.Ordinal)), "--output", "json");

        run.Error.ShouldContain("missing in 8 NetworkConnection events of falcon: User in 4 (50 %)\n");
        run.Error.ShouldNotContain("CAN'T FIRE");
    }

    [Fact]
    public async Task Run_names_a_field_loudly_without_which_the_rule_can_not_fire()
    {
        var run = await CommandRun.OfAsync("run", "vps-inbound-scan", _folder.Write("conn.log", Zeek + Probes("-")), "--output", "json", "--quiet");

        run.Error.ShouldContain("CAN'T FIRE HERE: NetworkFlow.IsAnswered is missing in all 8 events of zeek, and without it vps-inbound-scan makes no alert");
        run.Error.ShouldNotContain("SourceAddress is");
        run.Error.ShouldNotContain("missing in 8");
    }

    [Fact]
    public async Task Run_does_not_when_options_do_without_the_field()
    {
        var run = await CommandRun.OfAsync("run", "vps-inbound-scan", _folder.Write("conn.log", Zeek + Probes("-")), "--output", "json", "--set", "CountAnswered=true");

        run.Error.ShouldNotContain("CAN'T FIRE");
        run.Json.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Run_says_loudly_that_no_record_is_of_the_kind_that_the_rule_reads()
    {
        var run = await CommandRun.OfAsync("run", "vps-beaconing", _folder.Write("sysmon.ndjson", """{"EventID":7,"UtcTime":"2026-03-02 10:00:00.000","Computer":"A","Channel":"Microsoft-Windows-Sysmon/Operational","ProcessGuid":"{1}","ImageLoaded":"x"}""" + "\n"), "--output", "json");

        run.Error.ShouldContain("CAN'T FIRE HERE: none of 1 lines gives a NetworkConnection event");
    }

    [Fact]
    public async Task Run_fields_tells_of_all_that_are_read_and_of_those_that_are_not()
    {
        var run = await CommandRun.OfAsync("run", "vps-inbound-scan", _folder.Write("conn.log", Zeek + Probes("S0")), "--output", "json", "--fields");

        run.Error.ShouldContain("missing in 8 NetworkFlow events of zeek: Host in 0 (0 %), IsAnswered in 0 (0 %), RemoteAddress in 0 (0 %), SourceAddress in 0 (0 %)\n");
        run.Error.ShouldContain($"not read of {_folder.PathOf("conn.log")}: uid, id.orig_p, proto, history\n");
    }

    [Fact]
    public async Task Run_fields_of_event_XML_are_its_elements_and_its_data()
    {
        var lines = string.Concat(Enumerable.Range(0, 4).Select(i => $"""<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Sysmon"/><EventID>3</EventID><Task>3</Task><TimeCreated SystemTime="2026-03-02T08:00:0{i}Z"/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>A</Computer></System><EventData><Data Name="Image">C:\\a.exe</Data><Data Name="User">u</Data><Data Name="Protocol">tcp</Data><Data Name="Initiated">true</Data><Data Name="SourcePort">{5000 + i}</Data><Data Name="DestinationIp">203.0.113.5</Data><Data Name="DestinationPort">443</Data></EventData></Event>""" + "\n"));

        var run = await CommandRun.OfAsync("run", "vps-beaconing", _folder.Write("events.xml", lines), "--output", "json", "--fields");

        run.Error.ShouldContain($"not read of {_folder.PathOf("events.xml")}: EventData.Protocol, EventData.SourcePort, System.Channel, System.Provider.Name, System.Task\n");
    }

    [Fact]
    public async Task Run_fields_of_audit_records_are_their_words()
    {
        var lines = string.Concat(Enumerable.Range(1, 3).Select(i => $"""
            type=SYSCALL msg=audit(1604994496.155:{i}): arch=c000003e syscall=59 success=yes exit=0 pid={i} auid=1000 uid=0 comm="nmap" exe="/usr/bin/nmap"
            type=EXECVE msg=audit(1604994496.155:{i}): argc=2 a0="nmap" a1="-sS"

            """));

        var run = await CommandRun.OfAsync("run", "vps-inbound-scan", _folder.Write("audit.log", lines), "--output", "json", "--fields");

        run.Error.ShouldContain("comm, exit");
        run.Error.ShouldNotContain("exe,");
    }

    [Fact]
    public async Task Run_fields_of_json_goes_by_the_way_to_each_member()
    {
        var lines = TemporaryFolder.Connections(4).Replace("\"UserName\":null", "\"UserName\":\"u\",\"extra\":{\"a.b\":1,\"c\":[1,2]}", StringComparison.Ordinal);

        var run = await CommandRun.OfAsync("run", "vps-beaconing", _folder.Write("events.ndjson", lines), "--output", "json", "--fields");

        run.Error.ShouldContain($"not read of {_folder.PathOf("events.ndjson")}: extra.a.b, extra.c\n");
    }

    private static string Probes(string state) => string.Concat(Enumerable.Range(0, 8).Select(i => $"{1772438400 + i}.5\tC{i}\t203.0.113.9\t{50000 + i}\t198.51.100.1\t{20 + i}\ttcp\t{state}\tS\n"));
}
