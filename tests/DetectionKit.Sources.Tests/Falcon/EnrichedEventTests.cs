using System.Net;

namespace DetectionKit.Sources.Tests.Falcon;

public sealed class EnrichedEventTests
{
    private const string Whole =
        """{"event_simpleName":"NetworkConnectIP4","timestamp":"1700000000123","ComputerName":"H","UserName":"u","ImageFileName":"\\Device\\a.exe","CommandLine":"a \"b\" \u00e9","RemoteAddressIP4":"203.0.113.5","RemotePort":"443"}""";

    [Fact]
    public void Read_enriched_event_takes_its_own_fields()
    {
        var report = new SourceReport();
        var expected = new NetworkConnection(
            DateTimeOffset.FromUnixTimeMilliseconds(1700000000123), "H", "u", @"\Device\a.exe", "a \"b\" é", IPAddress.Parse("203.0.113.5"), 443);
        Input.Connections([Whole], report).ShouldBe([expected]);
        (report.Lines, report.Events, report.Malformed, report.Skipped, report.Unmatched).ShouldBe((1, 1, 0, 0, 0));
        report.Inputs.ShouldBe([new SourceInput("-", "falcon")]);
    }

    [Theory]
    [InlineData("\"1700000000123\"", "1700000000123")]
    [InlineData("\"443\"", "443")]
    [InlineData("\"443\"", "443.0")]
    [InlineData("\"1700000000123\"", "1.700000000123e12")]
    public void Read_number_or_string_gives_the_same(string text, string number) =>
        Input.Connections([Whole.Replace(text, number)]).ShouldBe(Input.Connections([Whole]));

    [Theory]
    [InlineData("ComputerName", "\"H\"")]
    [InlineData("UserName", "\"u\"")]
    [InlineData("ImageFileName", "\"\\\\Device\\\\a.exe\"")]
    [InlineData("CommandLine", "\"a \\\"b\\\" \\u00e9\"")]
    public void Read_missing_or_null_text_is_null_and_empty_is_empty(string field, string value)
    {
        var member = Input.Connections([Whole.Replace($"\"{field}\":{value}", $"\"{field}\":null")]).ShouldHaveSingleItem();
        Input.Connections([Whole.Replace($"\"{field}\":{value},", "")]).ShouldBe([member]);
        string?[] texts = [member.Host, member.User, member.Image, member.CommandLine];
        texts.Count(t => t is null).ShouldBe(1);
        var empty = Input.Connections([Whole.Replace($"\"{field}\":{value}", $"\"{field}\":\"\"")]).ShouldHaveSingleItem();
        string?[] emptied = [empty.Host, empty.User, empty.Image, empty.CommandLine];
        emptied.Count(t => t == "").ShouldBe(1);
    }

    [Fact]
    public void Read_number_as_text_is_its_digits() =>
        Input.Connections([Whole.Replace("\"H\"", "17")]).ShouldHaveSingleItem().Host.ShouldBe("17");

    [Theory]
    [InlineData("\"timestamp\":\"1700000000123\",", "", "timestamp is missing")]
    [InlineData("\"timestamp\":\"1700000000123\"", "\"timestamp\":null", "timestamp is missing")]
    [InlineData("\"timestamp\":\"1700000000123\"", "\"timestamp\":\"\"", "timestamp is missing")]
    [InlineData("\"timestamp\":\"1700000000123\"", "\"timestamp\":\"soon\"", "timestamp 'soon'")]
    [InlineData("\"timestamp\":\"1700000000123\"", "\"timestamp\":\"99999999999999999\"", "timestamp '99999999999999999'")]
    [InlineData("\"443\"", "\"65536\"", "RemotePort '65536'")]
    [InlineData("\"443\"", "-1", "RemotePort '-1'")]
    [InlineData("\"443\"", "null", "RemotePort is missing")]
    [InlineData("\"443\"", "443.5", "RemotePort '443.5'")]
    [InlineData("\"443\"", "{}", "RemotePort is missing")]
    [InlineData("\"203.0.113.5\"", "\"\"", "RemoteAddressIP4 and RemoteAddressIP6 are missing")]
    [InlineData("\"203.0.113.5\"", "null", "RemoteAddressIP4 and RemoteAddressIP6 are missing")]
    [InlineData("\"203.0.113.5\"", "\"203.0.113\"", "remote address '203.0.113'")]
    [InlineData("\"203.0.113.5\"", "\"example.org\"", "remote address 'example.org'")]
    [InlineData("\"H\"", "[1]", "ComputerName")]
    [InlineData("\"443\"}", "\"443\"", "not valid JSON")]
    [InlineData("\"443\"}", "\"443\"}}", "not valid JSON")]
    public void Read_wrong_field_is_malformed_with_its_place_and_reason(string part, string replacement, string reason)
    {
        var report = new SourceReport();
        Input.Connections([Whole, Whole.Replace(part, replacement), Whole], report).Length.ShouldBe(2);
        report.Malformed.ShouldBe(1);
        var sample = report.MalformedSamples.ShouldHaveSingleItem();
        sample.Position.ShouldBe(new EventPosition("-", 2));
        sample.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("2")]
    public void Read_connection_counts_whatever_its_direction(string direction) =>
        Input.Connections([Whole.Replace("{", "{\"ConnectionDirection\":\"" + direction + "\",")]).Length.ShouldBe(1);

    [Fact]
    public void Read_other_events_are_skipped_and_counted()
    {
        var report = new SourceReport();
        string[] others =
        [
            """{"event_simpleName":"DnsRequest","DomainName":"x"}""",
            """{"event_simpleName":"NetworkListenIP4","RemotePort":"x"}""",
            """{"event_simpleName":"NetworkConnectIP4 "}""",
            """{"event_simpleName":null,"aid":"a"}""",
            """{"metadata":{"eventType":"DetectionSummaryEvent"},"timestamp":"2023-04-06T05:38:50Z"}""",
            """{"event_simpleName":"ProcessRollup2","CommandLine":"no aid"}""",
        ];
        Input.Connections([Whole, .. others], report).Length.ShouldBe(1);
        (report.Skipped, report.Malformed).ShouldBe((others.Length, 0));
    }

    [Theory]
    [InlineData("NetworkConnectIP6", """{"RemoteAddressIP6":"2001:500:2:0:0:0:0:c"}""", "2001:500:2::c")]
    [InlineData("NetworkConnectIP6", """{"RemoteAddressIP4":"127.0.0.1"}""", "127.0.0.1")]
    [InlineData("NetworkConnectIP6", """{"RemoteAddressIP6":"","RemoteAddressIP4":"127.0.0.1"}""", "127.0.0.1")]
    [InlineData("NetworkConnectIP6", """{"RemoteAddressIP6":"::1","RemoteAddressIP4":"9.9.9.9"}""", "::1")]
    [InlineData("NetworkConnectIP6", """{"RemoteAddressIP6":"0:0:0:0:0:ffff:c000:0201"}""", "192.0.2.1")]
    [InlineData("NetworkConnectIP6", """{"RemoteAddressIP6":"fe80:0:0:0:1:2:3:4%12"}""", "fe80::1:2:3:4")]
    [InlineData("NetworkConnectIP4", """{"RemoteAddressIP6":"::1","RemoteAddressIP4":"9.9.9.9"}""", "9.9.9.9")]
    [InlineData("NetworkConnectIP4", """{"RemoteAddressIP6":"::2"}""", "::2")]
    public void Read_address_takes_the_family_of_the_event_first(string name, string fields, string expected)
    {
        var line = $$"""{"event_simpleName":"{{name}}","timestamp":1,"RemotePort":1,{{fields[1..]}}""";
        Input.Connections([line]).ShouldHaveSingleItem().RemoteAddress.ShouldBe(IPAddress.Parse(expected));
    }

    [Fact]
    public void Read_fold_case_lowers_host_user_and_image_only()
    {
        var folded = Input.Connections([Whole.Replace("\"H\"", "\"HÉ\"").Replace("\"u\"", "\"U\"").Replace("a.exe", "A.EXE").Replace("a \\", "A \\")],
            options: s => new() { StandardInput = s, FoldCase = true }).ShouldHaveSingleItem();
        (folded.Host, folded.User, folded.Image, folded.CommandLine).ShouldBe(("hé", "u", @"\device\a.exe", "A \"b\" é"));
    }

    [Fact]
    public void Read_invalid_utf8_and_half_surrogates_become_replacement_characters()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(Whole.Replace("\"H\"", "\"H\u00ff\"").Replace("\"u\"", "\"u\\ud800x\\u0041\"") + "\n");
        var connection = Input.Connections(bytes).ShouldHaveSingleItem();
        (connection.Host, connection.User).ShouldBe(("H\uFFFD", "u\uFFFDxA"));
    }
}
