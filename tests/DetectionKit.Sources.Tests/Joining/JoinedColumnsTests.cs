using System.Net;
using System.Text;
using CsCheck;
using DetectionKit.Sources.Tests.Falcon;
using DetectionKit.Sources.Tests.Sysmon;

namespace DetectionKit.Sources.Tests.Joining;

/// <summary>A connection that finds its process at once says what one says that waited for it; both become columns.</summary>
public sealed class JoinedColumnsTests
{
    private static readonly Detection<string?, NoOptions> s_images = Detection.Define("images", (Events<NetworkConnection> events) => events
        .GroupBy(c => c.Image)
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => g.Key));

    private static readonly string[] s_rows =
    [
        FalconLines.Process("A", 1), FalconLines.Process("A", 2, image: "b.exe", commandLine: "-x \\\"y\\\"", user: "S-9"), FalconLines.Process("B", 1, more: ",\"ComputerName\":\"G\""), FalconLines.User("A", "S-1", "u"), FalconLines.User("B", "S-1", "v"), FalconLines.Agent("A", "H"),
    ];

    private static readonly Gen<(string Line, NetworkConnection Expected)> s_connection =
        Gen.Select(Gen.OneOf("A", "B", "C"), Gen.OneOf(1ul, 2ul, 9ul), Gen.OneOf("203.0.113.5", "2001:db8::1", "::ffff:203.0.113.5"), Gen.OneOf("w", null), Gen.OneOf("own", null), Gen.Long[0, 14_400_000]).Select((aid, process, address, user, host, time) =>
        {
            // The user S-9 is told by no row, and of C there is none at all.
            (string Image, string CommandLine, string? User)? known = (aid, process) switch
            {
                ("A", 1) => ("a.exe", "a.exe -x", "u"),
                ("A", 2) => ("b.exe", "-x \"y\"", null),
                ("B", 1) => ("a.exe", "a.exe -x", "v"),
                _ => null,
            };
            var knownHost = aid == "A" ? "H" : (aid, process) == ("B", 1) ? "G" : null;
            var more = (user is null ? "" : $",\"UserName\":\"{user}\"") + (host is null ? "" : $",\"ComputerName\":\"{host}\"");
            var at = DateTimeOffset.FromUnixTimeMilliseconds(FalconLines.Start + time);
            var expected = new NetworkConnection(at, host ?? knownHost, user ?? known?.User, known?.Image, known?.CommandLine, Address(address), 443) { Process = $"{process}" };
            return (FalconLines.Connection(aid, process, address, FalconLines.Start + time, more), expected);
        });

    private static readonly Gen<string[]> s_falcon = Lines(
        [
            FalconLines.Process("A", 1), FalconLines.Process("A", 2), FalconLines.Process("B", 1), FalconLines.User("A", "S-1", "u"), FalconLines.User("B", "S-1", "v"), FalconLines.Agent("A", "H"), FalconLines.Agent("B", "G"),
        ],
        [
            FalconLines.Connection("A", 1), FalconLines.Connection("A", 1).Replace("\"A\"", "\"\\u0041\"", StringComparison.Ordinal), FalconLines.Connection("A", 2), FalconLines.Connection("B", 1), FalconLines.Connection("B", 9), FalconLines.Enriched(""" "aid":"A","ContextProcessId":"1","ImageFileName":"own.exe","timestamp":1700000000000,"RemotePort":1,"RemoteAddressIP6":"2001:db8::1" """),
        ]);

    private static readonly Gen<string[]> s_sysmon = Lines([.. SysmonShapes.All.Values.Select(shape => shape.Start)], [.. SysmonShapes.All.Values.Select(shape => shape.Connection)]);

    [Fact]
    public void Read_falcon_under_a_tolerance_gives_the_connections_of_any_order() => s_falcon.Sample(lines => AreOne("falcon", lines));

    [Fact]
    public void Read_sysmon_under_a_tolerance_gives_the_connections_of_any_order() => s_sysmon.Sample(lines => AreOne("sysmon", lines));

    [Fact]
    public void Read_falcon_gives_each_connection_what_rows_anywhere_say_of_it() => Gen.Select(s_connection.Array[1, 30], Gen.Shuffle(s_rows), Gen.Int[0, 30].Array[s_rows.Length], Gen.Int[1, 20], Gen.Bool, Gen.Int[1, 30]).Sample(
        (connections, rows, places, batch, any, waiting) =>
        {
            var lines = connections.Select(c => c.Line).ToList();
            foreach (var (row, place) in rows.Zip(places)) lines.Insert(Math.Min(place, lines.Count), row);
            var report = new SourceReport();

            // What there is no room for waits in a file under any order, and is handed out before its time under a tolerance.
            var options = Options(lines, any ? Disorder.Any : Disorder.Within(TimeSpan.FromDays(1)), batch, any ? waiting : 100);
            var found = Input.Events(EventFiles.Read<NetworkConnection>("-", options, report));
            return Input.Sorted(found).SequenceEqual(Input.Sorted(connections.Select(c => c.Expected)))
                && report.UnmatchedHosts == connections.Count(c => c.Expected.Host is null)
                && report.UnmatchedUsers == connections.Count(c => c.Expected is { Image: not null, User: null })
                && report.UnmatchedProcesses == connections.Count(c => c.Expected.Image is null);
        },
        iter: 500);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_falcon_connection_that_waited_is_a_row_of_columns(bool any)
    {
        string[] lines = [FalconLines.Connection("A", 1), FalconLines.Process("A", 1), FalconLines.Connection("A", 9)];
        var options = Options(lines, any ? Disorder.Any : Disorder.Within(TimeSpan.FromHours(1)));
        var batch = EventFiles.Read("-", options, reads: s_images.ReadsOf<NetworkConnection>()).ToList().ShouldHaveSingleItem().ShouldBeOfType<ColumnBatch<NetworkConnection>>();
        Input.Events([batch]).Select(c => (c.Image, c.CommandLine, c.Process)).ShouldBe([("a.exe", "a.exe -x", null), (null, null, null)]);
    }

    [Fact]
    public void Read_falcon_under_a_tolerance_gives_each_connection_the_names_of_its_time()
    {
        string[] lines =
        [
            FalconLines.Agent("A", "H", "1"), FalconLines.User("A", "S-1", "u"), FalconLines.Process("A", 1), FalconLines.Connection("A", 1),
            FalconLines.User("A", "S-1", "renamed", FalconLines.Start + 1), FalconLines.Connection("A", 1),
            FalconLines.Agent("A", "H2", "2"), FalconLines.Connection("A", 1),
        ];

        Names(lines).ShouldBe(["H u", "H renamed", "H2 renamed"]);
    }

    [Fact]
    public void Read_falcon_with_room_for_one_user_does_not_know_one_that_had_to_go()
    {
        string[] lines =
        [
            FalconLines.Agent("A", "H"), FalconLines.User("A", "S-1", "u"), FalconLines.Process("A", 1), FalconLines.Connection("A", 1), FalconLines.User("A", "S-2", "v"), FalconLines.User("A", "S-3", "w"), FalconLines.Connection("A", 1),
        ];

        Names(lines, new() { MaxUsers = 1 }).ShouldBe(["H u", "H "]);
    }

    private static IEnumerable<string> Names(string[] lines, SourceLimits? limits = null) =>
        Input.Connections(lines, options: stream => new() { StandardInput = stream, Format = "falcon", Disorder = Disorder.Within(TimeSpan.FromDays(1)), Limits = limits ?? new() }).Select(c => $"{c.Host} {c.User}");

    // All rows stand before the connections that join them, so that none has to wait.
    private static Gen<string[]> Lines(string[] rows, string[] connections) =>
        Gen.Select(Gen.Shuffle(rows), Gen.OneOf(connections).Array[1, 30]).Select((first, then) => first.Concat(then).ToArray());

    private static SourceOptions Options(IEnumerable<string> lines, Disorder disorder, int batch = 100, int waiting = 100) =>
        new() { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), Format = "falcon", Disorder = disorder, BatchSize = batch, Limits = new() { MaxWaiting = waiting } };

    private static bool AreOne(string format, string[] lines)
    {
        NetworkConnection[] Read(Disorder disorder) => Input.Connections(lines, options: stream => new() { StandardInput = stream, Format = format, Disorder = disorder });
        return Input.Sorted(Read(Disorder.Within(TimeSpan.FromDays(1)))).SequenceEqual(Input.Sorted(Read(Disorder.Any)));
    }

    private static IPAddress Address(string text) => IPAddress.Parse(text) is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : IPAddress.Parse(text);
}
