namespace DetectionKit.Sources.Tests.Sysmon;

/// <summary>One connection, and the start of its process, in each shape that shippers write.</summary>
internal static class SysmonShapes
{
    private const string Flat =
        """ "ProcessGuid":"{39e4a257-dddf-5f8b-4e1b-000000000400}","Image":"C:\\W\\a.exe","User":"D\\u","Initiated":"true","DestinationIp":"2001:500:2:0:0:0:0:c","DestinationPort":"443","UtcTime":"2020-10-18 06:17:03.482" """;

    private const string Data = "{" + Flat + "}";

    private const string StartData = """{"ProcessGuid":"{39e4a257-dddf-5f8b-4e1b-000000000400}","CommandLine":"a.exe -x","Image":"C:\\W\\other.exe","User":"other"}""";

    public static IReadOnlyDictionary<string, (string Connection, string Start)> All { get; } = new Dictionary<string, (string, string)>
    {
        ["A nxlog"] = (
            Wrap("""{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":3,"EventTime":"2020-10-17 22:17:07","@timestamp":"2020-10-18T02:17:07.070Z","host":"wec","Hostname":"H","AccountName":"SYSTEM","tags":["x"],""", Flat),
            Wrap("""{"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"@timestamp":"2020-10-18T02:17:07Z","host":"wec","Hostname":"H",""", StartData[1..^1])),
        ["B export"] = (
            Wrap("""{"TimeCreated":"2020-10-18T02:17:07.070Z","@timestamp":"2020-10-18T02:17:07.070Z","EventID":3,"SourceName":"Microsoft-Windows-Sysmon","Hostname":"H","CommandLine":null,"RuleName":"-",""", Flat),
            Wrap("""{"EventID":"1","SourceName":"Microsoft-Windows-Sysmon","TimeCreated":"2020-10-18T02:17:07.070Z","Hostname":"H",""", StartData[1..^1])),
        ["B' export without zone"] = (
            Wrap("""{"TimeCreated":"2020-10-18 02:17:07.070","EventID":3,"Channel":"Microsoft-Windows-Sysmon/Operational","Hostname":"H",""", Flat),
            Wrap("""{"TimeCreated":"2020-10-18 02:17:07.070","EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Hostname":"H",""", StartData[1..^1])),
        ["C winlogbeat 6"] = (
            """{"@timestamp":"2020-10-18T02:17:07.070Z","@metadata":{"beat":"winlogbeat"},"computer_name":"H","host":{"name":"wec"},"beat":{"hostname":"wec"},"user":{"name":"SYSTEM"},"process_id":2,"event_id":3,"log_name":"Microsoft-Windows-Sysmon/Operational","event_data":""" + Data + "}",
            """{"event_data":""" + StartData + ""","@timestamp":"2020-10-18T02:17:07.070Z","computer_name":"H","event_id":1,"log_name":"Microsoft-Windows-Sysmon/Operational"}"""),
        ["winlogbeat 7"] = (
            """{"@timestamp":"2020-10-18T02:17:07.070Z","agent":{"name":"wec"},"host":{"name":"wec"},"user":{"name":"x"},"event":{"code":3},"winlog":{"event_id":"3","channel":"Microsoft-Windows-Sysmon/Operational","provider_name":"Microsoft-Windows-Sysmon","computer_name":"H","user":{"name":"SYSTEM"},"event_data":""" + Data + "}}",
            """{"@timestamp":"2020-10-18T02:17:07.070Z","winlog":{"event_data":""" + StartData + ""","event_id":1,"channel":"Microsoft-Windows-Sysmon/Operational","computer_name":"H"}}"""),
        ["D sentinel"] = (
            """{"EventData":""" + Quote(Data) + ""","TimeGenerated":"2020-10-18T02:17:07.07Z","Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"H","EventID":3}""",
            """{"TimeGenerated":"2020-10-18T02:17:07.07Z","Provider":"Microsoft-Windows-Sysmon","Computer":"H","EventID":1,"EventData":""" + Quote(StartData) + "}"),
        ["L evtx dump"] = (
            """{"Event":{"#attributes":{"xmlns":"x"},"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon","Guid":"5770385F-C22A-43E0-BF4C-06F5698FFBD9"}},"EventID":3,"TimeCreated":{"#attributes":{"SystemTime":"2020-10-18T02:17:07.070000Z"}},"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"H"},"EventData":"""
                + Data.Replace("{39e4a257-dddf-5f8b-4e1b-000000000400}", "39E4A257-DDDF-5F8B-4E1B-000000000400").Replace("\"443\"", "443").Replace("\"true\"", "true") + "}}",
            """{"Event":{"System":{"EventID":{"#attributes":{"Qualifiers":""},"#text":1},"TimeCreated":{"#attributes":{"SystemTime":"2020-10-18T02:17:07.070000Z"}},"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"H"},"EventData":"""
                + StartData.Replace("{39e4a257-dddf-5f8b-4e1b-000000000400}", "39E4A257-DDDF-5F8B-4E1B-000000000400") + "}}"),
        ["F linux"] = (
            """{"TimeGenerated":"2022-01-01T00:00:00Z","Computer":"syslog","SyslogMessage":"<Event><System><Provider Name=\"Linux-Sysmon\" Guid=\"{ff032593-a8d3-4f13-b0d6-01fc615a0f97}\"/><EventID>3</EventID><TimeCreated SystemTime=\"2020-10-18T02:17:07.070000000Z\"/><Correlation/><Channel>Linux-Sysmon/Operational</Channel><Computer>H</Computer></System><EventData><Data Name=\"RuleName\">-</Data><Data Name=\"ProcessGuid\">{39e4a257-dddf-5f8b-4e1b-000000000400}</Data><Data Name=\"Image\">C:\\W\\a.exe</Data><Data Name=\"User\">D\\u</Data><Data Name=\"Initiated\">true</Data><Data Name=\"DestinationIp\">2001:500:2:0:0:0:0:c</Data><Data Name=\"DestinationPort\">443</Data></EventData></Event>"}""",
            """{"TimeGenerated":"2022-01-01T00:00:00Z","SyslogMessage":"<Event><System><EventID>1</EventID><Channel>Linux-Sysmon/Operational</Channel><Computer>H</Computer></System><EventData><Data Name=\"ProcessGuid\">{39e4a257-dddf-5f8b-4e1b-000000000400}</Data><Data Name=\"CommandLine\">a.exe -x</Data></EventData></Event>"}"""),
    };

    private static string Wrap(string begin, string fields) => begin + fields + "}";

    private static string Quote(string json) => System.Text.Json.JsonSerializer.Serialize(json);
}
