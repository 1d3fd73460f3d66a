using System.Text;

namespace DetectionKit.Sources.Tests.Falcon;

public sealed class ProcessStartTests
{
    [Fact]
    public void Read_process_start_joins_its_host_and_its_user_whatever_the_order()
    {
        string[] lines =
        [
            FalconLines.Process("A", 7, image: "\\\\Device\\\\certutil.exe", commandLine: "certutil -urlcache", more: ",\"ParentBaseFileName\":\"cmd.exe\""),
            FalconLines.Connection("A", 7),
            FalconLines.User("A", "S-1", "u"),
            FalconLines.Agent("A", "H"),
        ];
        var expected = new ProcessStart(DateTimeOffset.FromUnixTimeMilliseconds(FalconLines.Start), "H", "u", "7", @"\Device\certutil.exe", "certutil -urlcache", "cmd.exe");
        foreach (var order in (string[][])[lines, [.. lines.Reverse()]])
        {
            var report = new SourceReport();
            Read(order, report).ShouldBe([expected]);
            (report.Events, report.Skipped, report.Malformed, report.Unmatched, report.Waiting).ShouldBe((1, 3, 0, 0, 0));
        }
    }

    [Fact]
    public void Read_process_start_has_the_process_that_its_connections_have() =>
        Read([FalconLines.Process("A", 7)]).ShouldHaveSingleItem().Process.ShouldBe(Input.Connections([FalconLines.Process("A", 7), FalconLines.Connection("A", 7)]).ShouldHaveSingleItem().Process);

    [Fact]
    public void Read_process_start_that_nothing_more_is_known_of_is_handed_out_as_it_is()
    {
        var report = new SourceReport();
        Read([FalconLines.Process("A", 7)], report).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            start => start.Host.ShouldBeNull(), start => start.User.ShouldBeNull(), start => start.Image.ShouldBe("a.exe"), start => start.ParentImage.ShouldBeNull());
        report.Unmatched.ShouldBe(1);
    }

    [Fact]
    public void Read_process_start_without_a_time_is_malformed()
    {
        var report = new SourceReport();
        Read([FalconLines.Process("A", 7).Replace("\"timestamp\":\"1700000000000\",", "")], report).ShouldBeEmpty();
        report.MalformedSamples.ShouldHaveSingleItem().Reason.ShouldBe("timestamp is missing");
    }

    private static ProcessStart[] Read(IEnumerable<string> lines, SourceReport? report = null) =>
        Input.Events(EventFiles.Read<ProcessStart>("-", Input.Options(Encoding.UTF8.GetBytes(string.Join('\n', lines))), report));
}
