using System.Text;

namespace DetectionKit.Sources.Tests.Sysmon;

public sealed class WindowsEventTests
{
    private const string Guid = "39e4a257-dddf-5f8b-4e1b-000000000400";
    private const string Xml = """<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Security-Auditing" Guid="{54849625-5478-4994-A5BA-3E3B0328C30D}"/><EventID>4688</EventID><TimeCreated SystemTime="2020-10-18T02:17:07.070000000Z"/><Channel>Security</Channel><Computer>H</Computer></System><EventData><Data Name="SubjectUserName">u</Data><Data Name="SubjectDomainName">D</Data><Data Name="NewProcessId">0x1a2b</Data><Data Name="NewProcessName">C:\W\a.exe</Data><Data Name="CommandLine">a.exe -x</Data><Data Name="TargetUserName">-</Data><Data Name="ParentProcessName">C:\W\p.exe</Data></EventData></Event>""";

    private static readonly DateTimeOffset s_time = new(2020, 10, 18, 2, 17, 7, 70, TimeSpan.Zero);

    public static TheoryData<string, string> Audited => new()
    {
        { "NXLog", """{"EventID":4688,"Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","@timestamp":"2020-10-18T02:17:07.070Z","Hostname":"H","SubjectUserName":"u","SubjectDomainName":"D","NewProcessId":"0x1a2b","NewProcessName":"C:\\W\\a.exe","CommandLine":"a.exe -x","TargetUserName":"-","TargetDomainName":"-","ParentProcessName":"C:\\W\\p.exe"}""" },
        { "winlogbeat 7", """{"@timestamp":"2020-10-18T02:17:07.070Z","host":{"name":"wec"},"winlog":{"channel":"Security","event_id":"4688","computer_name":"H","event_data":{"SubjectUserName":"u","SubjectDomainName":"D","NewProcessId":"0x1a2b","NewProcessName":"C:\\W\\a.exe","CommandLine":"a.exe -x","ParentProcessName":"C:\\W\\p.exe"}}}""" },
        { "winlogbeat 6", """{"@timestamp":"2020-10-18T02:17:07.070Z","computer_name":"H","log_name":"Security","event_id":4688,"event_data":{"SubjectUserName":"u","SubjectDomainName":"D","NewProcessId":"0x1a2b","NewProcessName":"C:\\W\\a.exe","CommandLine":"a.exe -x","ParentProcessName":"C:\\W\\p.exe"}}""" },
        { "ConvertTo-Json", """{"Id":4688,"ProviderName":"Microsoft-Windows-Security-Auditing","LogName":"Security","MachineName":"H","TimeCreated":"\/Date(1602987427070)\/","Message":"A new process has been created.\r\n\r\nCreator Subject:\r\n\tSecurity ID:\t\tS-1-5-21\r\n\tAccount Name:\t\tu\r\n\tAccount Domain:\t\tD\r\n\r\nTarget Subject:\r\n\tAccount Name:\t\t-\r\n\r\nProcess Information:\r\n\tNew Process ID:\t\t0x1a2b\r\n\tNew Process Name:\tC:\\W\\a.exe\r\n\tCreator Process Name:\tC:\\W\\p.exe\r\n\tProcess Command Line:\ta.exe -x\r\n","Properties":[{"Value":"S-1-5-21"}]}""" },
        { "XML", Xml },
        { "Sentinel, data as XML", """{"TenantId":"t","TimeGenerated":"2020-10-18T02:17:07.07Z","Computer":"H","EventSourceName":"Microsoft-Windows-Security-Auditing","Channel":"Security","EventID":4688,"EventData":"<EventData xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\"><Data Name=\"SubjectUserName\">u</Data><Data Name=\"SubjectDomainName\">D</Data><Data Name=\"NewProcessId\">0x1a2b</Data><Data Name=\"NewProcessName\">C:\\W\\a.exe</Data><Data Name=\"CommandLine\">a.exe -x</Data><Data Name=\"ParentProcessName\">C:\\W\\p.exe</Data></EventData>"}""" },
    };

    [Theory]
    [MemberData(nameof(Audited))]
    public void Event_4688_is_the_start_of_a_process_in_every_shape(string shape, string record) =>
        Read<ProcessStart>(record).ShouldBe([new ProcessStart(s_time, "H", @"D\u", "6699", @"C:\W\a.exe", "a.exe -x", @"C:\W\p.exe")], shape);

    [Fact]
    public void Event_1_is_the_start_of_a_process() =>
        Read<ProcessStart>($$"""{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"@timestamp":"2020-10-18T02:17:07.070Z","Hostname":"H","UtcTime":"x","ProcessGuid":"{{{Guid}}}","ProcessId":"4","Image":"C:\\W\\a.exe","User":"D\\u","CommandLine":"a.exe","ParentImage":"C:\\W\\p.exe"}""")
            .ShouldBe([new ProcessStart(s_time, "H", @"D\u", Guid, @"C:\W\a.exe", "a.exe", @"C:\W\p.exe")]);

    [Fact]
    public void Events_11_and_22_are_files_and_queries_of_the_same_process()
    {
        string Sysmon(int id, string data) => $$"""{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":{{id}},"@timestamp":"2020-10-18T02:17:07.070Z","Hostname":"H","UtcTime":"x","ProcessGuid":"{{{Guid}}}","Image":"C:\\W\\a.exe",{{data}}}""";
        var records = Sysmon(11, "\"TargetFilename\":\"C:\\\\T\\\\x.exe\",\"User\":\"D\\\\u\"") + "\n" + Sysmon(22, "\"QueryName\":\"WWW.Example.com.\"") + "\n" + Sysmon(3, "\"Initiated\":\"true\",\"DestinationIp\":\"203.0.113.9\",\"DestinationPort\":\"443\"");

        Read<FileCreated>(records).ShouldBe([new FileCreated(s_time, "H", @"D\u", Guid, @"C:\W\a.exe", @"C:\T\x.exe")]);
        Read<DnsQuery>(records).ShouldBe([new DnsQuery(s_time, "H", Guid, @"C:\W\a.exe", "www.example.com", null)]);
        Read<NetworkConnection>(records).ShouldHaveSingleItem().Process.ShouldBe(Guid);
    }

    [Fact]
    public void Process_of_a_connection_without_a_guid_is_its_number() =>
        Read<NetworkConnection>("""{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":3,"@timestamp":"2020-10-18T02:17:07.070Z","ProcessGuid":"{00000000-0000-0000-0000-000000000000}","ProcessId":"6699","Initiated":"true","DestinationIp":"203.0.113.9","DestinationPort":"443"}""")
            .ShouldHaveSingleItem().Process.ShouldBe("6699");

    [Fact]
    public void Event_4104_in_parts_is_one_script_whatever_their_order()
    {
        string Part(int number, string text, string id = "s1", int total = 2) => $$"""{"EventID":4104,"Channel":"Microsoft-Windows-PowerShell/Operational","@timestamp":"2020-10-18T02:17:0{{number}}Z","Hostname":"H","AccountName":"u","Domain":"D","ScriptBlockId":"{{id}}","ScriptBlockText":"{{text}}","MessageNumber":"{{number}}","MessageTotal":"{{total}}"}""";
        var records = string.Join("\n", Part(2, "Request"), Part(1, "Invoke-Web"), Part(1, "whole", "s2", 1), Part(1, "half of ", "s3"));

        var scripts = Read<ScriptBlock>(records);

        scripts.Select(script => (script.ScriptId, script.Text, script.IsWhole)).ShouldBe([("s1", "Invoke-WebRequest", true), ("s2", "whole", true), ("s3", "half of ", false)]);
        scripts[0].ShouldBe(new ScriptBlock(new(2020, 10, 18, 2, 17, 1, TimeSpan.Zero), "H", @"D\u", "s1", "Invoke-WebRequest", true));
    }

    [Fact]
    public void Event_4104_of_ConvertTo_Json_is_read_from_its_message() =>
        Read<ScriptBlock>("""{"Id":4104,"LogName":"Microsoft-Windows-PowerShell/Operational","MachineName":"H","TimeCreated":"2020-10-18T04:17:07.070+02:00","Message":"Creating Scriptblock text (1 of 1):\r\nInvoke-WebRequest -Uri x\r\n\r\nScriptBlock ID: 5c\r\nPath: "}""")
            .ShouldBe([new ScriptBlock(s_time, "H", null, "5c", "Invoke-WebRequest -Uri x", true)]);

    [Fact]
    public void Connection_of_ConvertTo_Json_is_read_from_its_message() =>
        Read<NetworkConnection>("""{"Id":3,"ProviderName":"Microsoft-Windows-Sysmon","LogName":"Microsoft-Windows-Sysmon/Operational","MachineName":"H","TimeCreated":{"value":"\/Date(1602987427070)\/","DateTime":"x"},"Message":"Network connection detected:\r\nRuleName: -\r\nUtcTime: 2020-10-18 02:17:03\r\nProcessId: 4\r\nImage: C:\\W\\a.exe\r\nUser: D\\u\r\nInitiated: true\r\nDestinationIp: 203.0.113.9\r\nDestinationPort: 443"}""")
            .ShouldBe([new NetworkConnection(s_time, "H", @"D\u", @"C:\W\a.exe", null, System.Net.IPAddress.Parse("203.0.113.9"), 443) { Process = "4" }]);

    [Fact]
    public void A_record_that_lacks_its_own_field_is_malformed()
    {
        var report = new SourceReport();

        Read<FileCreated>("""{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":11,"@timestamp":"2020-10-18T02:17:07Z","UtcTime":"x"}""", report).ShouldBeEmpty();
        Read<ProcessStart>("""{"Channel":"Security","EventID":4688,"@timestamp":"2020-10-18T02:17:07Z"}""", report).ShouldBeEmpty();
        Read<ScriptBlock>("""{"Channel":"Microsoft-Windows-PowerShell/Operational","EventID":4104,"@timestamp":"2020-10-18T02:17:07Z"}""", report).ShouldBeEmpty();

        report.MalformedSamples.Select(one => one.Reason).ShouldBe(["TargetFilename is missing", "NewProcessName is missing", "ScriptBlockText is missing"]);
    }

    private static T[] Read<T>(string records, SourceReport? report = null) => Input.Events(EventFiles.Read<T>("-", Input.Options(Encoding.UTF8.GetBytes(records)), report));
}
