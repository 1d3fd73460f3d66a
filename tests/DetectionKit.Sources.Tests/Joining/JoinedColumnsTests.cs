using CsCheck;
using DetectionKit.Sources.Tests.Falcon;
using DetectionKit.Sources.Tests.Sysmon;

namespace DetectionKit.Sources.Tests.Joining;

/// <summary>A connection that finds its process at once, and becomes columns, says what one says that waited for it to the end, and became an object.</summary>
public sealed class JoinedColumnsTests
{
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

    private static bool AreOne(string format, string[] lines)
    {
        NetworkConnection[] Read(Disorder disorder) => Input.Connections(lines, options: stream => new() { StandardInput = stream, Format = format, Disorder = disorder });
        return Input.Sorted(Read(Disorder.Within(TimeSpan.FromDays(1)))).SequenceEqual(Input.Sorted(Read(Disorder.Any)));
    }
}
