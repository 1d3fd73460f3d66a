using System.Net;
using CsCheck;
using DetectionKit.Sources.Sysmon;

namespace DetectionKit.Sources.Tests.Sysmon;

public sealed class SysmonShapeTests
{
    private static readonly NetworkConnection Expected = new(
        new DateTimeOffset(2020, 10, 18, 2, 17, 7, 70, TimeSpan.Zero), "H", @"D\u", @"C:\W\a.exe", "a.exe -x", IPAddress.Parse("2001:500:2::c"), 443)
    {
        Process = "39e4a257-dddf-5f8b-4e1b-000000000400",
    };

    private static readonly string Flat = SysmonShapes.All["B' export without zone"].Connection;

    public static TheoryData<string> Shapes => [.. SysmonShapes.All.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Read_shape_is_told_and_joined_in_either_order(string shape)
    {
        var (connection, start) = SysmonShapes.All[shape];
        var report = new SourceReport();
        Input.Connections([connection, start], report).ShouldBe([Expected]);
        report.Inputs.ShouldBe([new SourceInput("-", "sysmon")]);
        (report.Malformed, report.Unmatched, report.Skipped).ShouldBe((0, 0, 1), string.Join("\n", report.MalformedSamples));
        Input.Connections([start, connection]).ShouldBe([Expected]);
        Input.Connections([connection]).ShouldBe([Expected with { CommandLine = null }]);
    }

    [Fact]
    public void Read_all_shapes_in_one_input_in_any_order_gives_the_same()
    {
        var lines = SysmonShapes.All.Values.SelectMany(s => new[] { s.Connection, s.Start }).ToArray();
        Gen.Shuffle(lines).Sample(l => Input.Connections(l).All(c => c == Expected), iter: 50);
    }

    [Fact]
    public void Read_array_and_pretty_printed_object_are_documents()
    {
        var (connection, start) = SysmonShapes.All["L evtx dump"];
        var pretty = System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonDocument.Parse(connection), new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
        var report = new SourceReport();
        Input.Connections([pretty], report).ShouldBe([Expected with { CommandLine = null }]);
        Input.Connections([$"[{connection},{start}]"]).ShouldBe([Expected]);
        Input.Connections(["[", pretty + ",", start, "]"]).ShouldBe([Expected]);
        Input.Connections([pretty, start]).ShouldBe([Expected]);
        report.Malformed.ShouldBe(0);
    }

    [Theory]
    [InlineData("\"-\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"<unknown process>\"")]
    [InlineData("\"&lt;unknown process&gt;\"")]
    public void Read_value_for_none_is_missing(string none)
    {
        Input.Connections([Flat.Replace("\"D\\\\u\"", none)]).ShouldBe([Expected with { User = null, CommandLine = null }]);
        Input.Connections([Flat.Replace("\"C:\\\\W\\\\a.exe\"", none)]).ShouldBe([Expected with { Image = null, CommandLine = null }]);
        Input.Connections([Flat.Replace("\"H\"", none)]).ShouldBe([Expected with { Host = null, CommandLine = null }]);
        var report = new SourceReport();
        Input.Connections([Flat.Replace("\"443\"", none), Flat.Replace("\"2001:500:2:0:0:0:0:c\"", none)], report).ShouldBeEmpty();
        report.Malformed.ShouldBe(2);
    }

    [Fact]
    public void Read_connection_not_initiated_is_skipped_and_counted_apart()
    {
        var report = new SourceReport();
        Input.Connections([Flat, Flat.Replace("\"true\"", "\"false\""), Flat.Replace("\"true\"", "false"), Flat.Replace("\"true\"", "\"maybe\"")], report).Length.ShouldBe(1);
        (report.NotInitiated, report.Skipped, report.Malformed).ShouldBe((2, 2, 1));
    }

    [Theory]
    [InlineData("\"Microsoft-Windows-Sysmon/Operational\"", "\"Security\"")]
    [InlineData("\"Microsoft-Windows-Sysmon/Operational\"", "\"Microsoft-Windows-Sysmon\"")]
    [InlineData("\"EventID\":3", "\"EventID\":5156")]
    [InlineData("\"EventID\":3", "\"EventID\":33")]
    public void Read_event_of_another_channel_or_kind_is_skipped(string part, string replacement)
    {
        var report = new SourceReport();
        Input.Connections([Flat.Replace(part, replacement)], report).ShouldBeEmpty();
        (report.Skipped, report.Malformed).ShouldBe((1, 0));
    }

    [Fact]
    public void Read_forwarded_event_is_known_by_its_provider() =>
        Input.Connections([Flat.Replace("\"Channel\":\"Microsoft-Windows-Sysmon/Operational\"", "\"Channel\":\"ForwardedEvents\",\"ProviderGuid\":\"{5770385f-c22a-43e0-bf4c-06f5698ffbd9}\"")])
            .Length.ShouldBe(1);

    [Fact]
    public void Read_process_guid_of_zeros_joins_nothing()
    {
        var report = new SourceReport();
        var (connection, start) = SysmonShapes.All["B' export without zone"];
        string[] lines = [.. new[] { connection, start }.Select(l => l.Replace("39e4a257-dddf-5f8b-4e1b-000000000400", "00000000-0000-0000-0000-000000000000"))];
        Input.Connections(lines, report).ShouldBe([Expected with { CommandLine = null, Process = null }]);
        report.Unmatched.ShouldBe(0);
    }

    [Fact]
    public void Read_process_start_of_another_host_is_not_joined()
    {
        var report = new SourceReport();
        var (connection, start) = SysmonShapes.All["B' export without zone"];
        Input.Connections([connection, start.Replace("\"H\"", "\"H2\"")], report).ShouldBe([Expected with { CommandLine = null }]);
        report.UnmatchedProcesses.ShouldBe(1);
    }

    [Fact]
    public void Read_utc_time_on_request_and_the_record_time_where_there_is_none()
    {
        var report = new SourceReport();
        SourceOptions Options(Stream s) => new() { StandardInput = s, SysmonTime = SysmonTime.UtcTime };
        Input.Connections([Flat, Flat.Replace("\"UtcTime\"", "\"OtherTime\"")], report, Options).Select(c => c.Time).ShouldBe(
            [new DateTimeOffset(2020, 10, 18, 6, 17, 3, 482, TimeSpan.Zero), Expected.Time]);
        report.TimeFallbacks.ShouldBe(1);
    }

    [Theory]
    [InlineData("@timestamp", "TimeCreated", "TimeGenerated", "EventTime")]
    [InlineData("TimeCreated", "TimeGenerated", "EventTime")]
    [InlineData("TimeGenerated", "EventTime")]
    [InlineData("EventTime")]
    public void Read_record_time_is_the_first_there_is(params string[] fields)
    {
        var times = string.Join(",", fields.Reverse().Select((f, i) => $"\"{f}\":\"2020-01-0{fields.Length - i} 00:00:00\""));
        Input.Connections([Flat.Replace("\"TimeCreated\":\"2020-10-18 02:17:07.070\"", times)]).ShouldHaveSingleItem()
            .Time.ShouldBe(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Read_event_without_a_usable_time_is_malformed()
    {
        var report = new SourceReport();
        Input.Connections([Flat.Replace("2020-10-18 02:17:07.070", "18/10/2020")], report).ShouldBeEmpty();
        report.MalformedSamples.ShouldHaveSingleItem().Reason.ShouldContain("TimeCreated");
    }

    [Fact]
    public void Read_fold_case_lowers_host_user_and_image()
    {
        var (connection, start) = SysmonShapes.All["B' export without zone"];
        Input.Connections([connection, start], options: s => new() { StandardInput = s, FoldCase = true })
            .ShouldBe([Expected with { Host = "h", User = @"d\u", Image = @"c:\w\a.exe" }]);
    }
}
