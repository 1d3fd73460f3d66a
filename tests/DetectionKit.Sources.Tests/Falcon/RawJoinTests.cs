using CsCheck;
using static DetectionKit.Sources.Tests.Falcon.FalconLines;

namespace DetectionKit.Sources.Tests.Falcon;

public sealed class RawJoinTests
{
    private static readonly string[] Mixed =
    [
        Agent("A", "HOST-OLD", "1600000000.5"),
        Agent("A", "HOST-A", "1697992784.144"),
        Agent("A", "none", "1697992999"),
        Agent("B", "HOST-B"),
        User("A", "S-1", "alice", Start - 5),
        User("A", "S-1", "alice2", Start + 5),
        User("B", "S-1", "bob"),
        Process("A", 18446744072636268557, "one.exe", "one -old", time: Start - 86_400_000 * 9L),
        Process("A", 18446744072636268557, "one.exe", "one -new", time: Start),
        Process("A", 18446744072636268557, "one.exe", "one -nez", time: Start),
        Process("B", 10406654690112427952, "two.exe", "two", "S-9"),
        Connection("A", 18446744072636268557),
        Connection("A", 18446744072636268557, "203.0.113.6", Start + 1000),
        Connection("B", 10406654690112427952),
        Connection("B", 10406654690112427953),
        Connection("C", 1),
        Connection("A", 1, more: ""","ComputerName":"OWN","UserName":"own","ImageFileName":"own.exe","CommandLine":"" """),
        Connection("A", 18446744072636268557, more: ""","ComputerName":"HALF","CommandLine":null"""),
        Enriched("""  "timestamp":1,"RemotePort":1,"RemoteAddressIP4":"9.9.9.9" """),
    ];

    [Fact]
    public void Read_raw_events_are_joined_with_process_host_and_user()
    {
        var report = new SourceReport();
        string[] expected =
        [
            "HOST-A alice2 one.exe one -nez 203.0.113.5",
            "HOST-A alice2 one.exe one -nez 203.0.113.6",
            "HOST-B null two.exe two 203.0.113.5",
            "HOST-B null null null 203.0.113.5",
            "null null null null 203.0.113.5",
            "OWN own own.exe  203.0.113.5",
            "HALF alice2 one.exe one -nez 203.0.113.5",
            "null null null null 9.9.9.9",
        ];
        Input.Connections(Mixed, report)
            .Select(c => $"{c.Host ?? "null"} {c.User ?? "null"} {c.Image ?? "null"} {c.CommandLine ?? "null"} {c.RemoteAddress}")
            .ShouldBe(expected, ignoreOrder: true);
        (report.Unmatched, report.UnmatchedProcesses, report.UnmatchedHosts, report.UnmatchedUsers).ShouldBe((3, 2, 1, 1));
        (report.Malformed, report.Waiting).ShouldBe((0, 0));
    }

    [Fact]
    public void Read_in_any_order_gives_the_same_connections()
    {
        var expected = Input.Sorted(Input.Connections(Mixed));
        Gen.Shuffle(Mixed).Sample(lines => Input.Sorted(Input.Connections(lines)).SequenceEqual(expected));
    }

    [Fact]
    public void Read_more_waiting_than_memory_allows_gives_the_same_connections()
    {
        var expected = Input.Sorted(Input.Connections(Mixed));
        Gen.Select(Gen.Shuffle(Mixed), Gen.Int[1, 4], Gen.Int[1, 3]).Sample((lines, waiting, batch) =>
        {
            using var folder = new TempFolder();
            var found = Input.Connections(lines, options: s => new()
            {
                StandardInput = s,
                BatchSize = batch,
                TemporaryFolder = folder.Path,
                Limits = new() { MaxWaiting = waiting },
            });
            return Input.Sorted(found).SequenceEqual(expected) && Directory.GetFiles(folder.Path).Length == 0;
        }, iter: 50);
    }

    [Fact]
    public void Read_connection_that_waits_keeps_its_position()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.ndjson", Connection("A", 2), "", Connection("A", 1), Process("A", 1), Process("A", 2));
        var options = new SourceOptions { Limits = new() { MaxWaiting = 1 } };
        Input.Positions(EventFiles.Read<NetworkConnection>(path, options)).ShouldBe([new(path, 1), new(path, 3)]);
    }

    [Fact]
    public void Read_join_reaches_across_files()
    {
        using var folder = new TempFolder();
        folder.Write("1/part-0.json", Connection("A", 7));
        folder.Write("2/part-0.gz.json", Process("A", 7), User("A", "S-1", "alice"));
        folder.WriteBytes("aidmaster/part-0.gz", TempFolder.Gzip(System.Text.Encoding.UTF8.GetBytes(Agent("A", "HOST-A"))));
        var connection = Input.Events(EventFiles.Read<NetworkConnection>(folder.Path)).ShouldHaveSingleItem();
        (connection.Host, connection.User, connection.Image, connection.CommandLine).ShouldBe(("HOST-A", "alice", "a.exe", "a.exe -x"));
    }

    [Theory]
    [InlineData("Mac", ""","UserSid":"S-1-5-21-500","UID":"501" """, "mac")]
    [InlineData("Lin", ""","UID":501""", "lin")]
    [InlineData("Win", ""","UID":"501" """, null)]
    public void Read_user_off_windows_is_found_by_number(string platform, string identity, string? expected)
    {
        string[] lines =
        [
            $$"""{"event_simpleName":"ProcessRollup2","aid":"A","TargetProcessId":"7","UID":"501","event_platform":"{{platform}}","timestamp":1}""",
            $$"""{"event_simpleName":"UserIdentity","aid":"A","UserName":"{{expected}}","event_platform":"{{platform}}","timestamp":1{{identity}}}""",
            Connection("A", 7),
        ];
        Input.Connections(lines).ShouldHaveSingleItem().User.ShouldBe(expected);
    }

    [Fact]
    public void Read_user_without_a_name_has_its_principal()
    {
        string[] lines = [Process("A", 7), """{"event_simpleName":"UserIdentity","aid":"A","UserSid":"S-1","UserName":"","UserPrincipal":"u@d","timestamp":1}""", Connection("A", 7)];
        Input.Connections(lines).ShouldHaveSingleItem().User.ShouldBe("u@d");
    }

    [Fact]
    public void Read_names_on_the_process_event_itself_are_taken()
    {
        string[] lines = [Process("A", 7, more: ""","ComputerName":"LIN","UserName":"root" """), Connection("A", 7)];
        var connection = Input.Connections(lines).ShouldHaveSingleItem();
        (connection.Host, connection.User).ShouldBe(("LIN", "root"));
    }

    [Fact]
    public void Read_synthetic_process_start_is_one()
    {
        string[] lines = [Process("A", 7).Replace("\"ProcessRollup2\"", "\"SyntheticProcessRollup2\""), Connection("A", 7)];
        Input.Connections(lines).ShouldHaveSingleItem().Image.ShouldBe("a.exe");
    }

    [Theory]
    [InlineData("\"none\"")]
    [InlineData("\"-\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Read_aidmaster_row_without_a_name_gives_none(string name)
    {
        var report = new SourceReport();
        string[] lines = [Agent("A", "x").Replace("\"x\"", name), Connection("A", 7), Process("A", 7)];
        Input.Connections(lines, report).ShouldHaveSingleItem().Host.ShouldBeNull();
        report.UnmatchedHosts.ShouldBe(1);
    }

    [Fact]
    public void Read_process_id_that_is_none_counts_as_unmatched()
    {
        var report = new SourceReport();
        Input.Connections([Connection("A", 7).Replace("\"7\"", "\"x7\""), Agent("A", "H")], report).ShouldHaveSingleItem().Host.ShouldBe("H");
        (report.UnmatchedProcesses, report.Malformed).ShouldBe((1, 0));
    }

    [Fact]
    public void Read_at_a_limit_forgets_the_process_used_least_recently()
    {
        var report = new SourceReport();
        string[] lines = [Process("A", 1), Process("A", 2), Connection("A", 1), Process("A", 3), Connection("A", 1), Connection("A", 2), Connection("A", 3)];
        var found = Input.Connections(lines, report, s => new()
        {
            StandardInput = s,
            Disorder = Disorder.None,
            Limits = new() { MaxProcesses = 2 },
        });
        found.Count(c => c.Image is null).ShouldBe(1);
        (report.EvictedProcesses, report.UnmatchedProcesses).ShouldBe((1, 1));
    }
}
