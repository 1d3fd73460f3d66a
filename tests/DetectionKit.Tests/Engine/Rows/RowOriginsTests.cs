using DetectionKit.Engine;

namespace DetectionKit.Tests.Engine.Rows;

/// <summary>The order of rows, which of them are one, and what tells sequences apart.</summary>
public sealed class RowOriginsTests
{
    private static readonly EventReader s_reader = new(typeof(string), ["*"]);
    private static readonly AlertTier s_high = new("Risk", "high", 0), s_low = new("Risk", "low", 1);

    [Fact]
    public void Compare_takes_end_then_panes_before_events_then_key_branch_and_anchor()
    {
        RowOrigin[] ordered =
        [
            Pane("b", end: 5, anchor: 9, branch: 1),
            Pane("a", end: 9, anchor: 1, branch: 1),
            Pane("a", end: 9, anchor: 2, branch: 1),
            Pane("a", end: 9, anchor: 0, branch: 2),
            Pane("b", end: 9, anchor: 0, branch: 0),
            Event("a", 9, branch: 1),
            Event("a", 9, branch: 2),
            Event("b", 9, branch: 0),
            Event("a", 10),
        ];
        for (var i = 0; i < ordered.Length; i++)
        {
            for (var j = 0; j < ordered.Length; j++) Math.Sign(RowOrigins.Compare(ordered[i], ordered[j])).ShouldBe(i.CompareTo(j), $"{i} and {j}");
        }
    }

    [Fact]
    public void Compare_of_equal_events_takes_their_positions() =>
        RowOrigins.Compare(Event("a", 9) with { Position = new("f", 1) }, Event("a", 9) with { Position = new("f", 2) }).ShouldBeLessThan(0);

    [Fact]
    public void Same_of_panes_takes_stage_window_key_and_anchor()
    {
        var pane = Pane("a", end: 9, anchor: 1, branch: 1);
        RowOrigins.Same(pane, Pane("a", end: 9, anchor: 1, branch: 2)).ShouldBeTrue();
        RowOrigins.Same(pane, pane with { Stage = 4 }).ShouldBeFalse();
        RowOrigins.Same(pane, pane with { Start = 1 }).ShouldBeFalse();
        RowOrigins.Same(pane, pane with { End = 10 }).ShouldBeFalse();
        RowOrigins.Same(pane, pane with { Anchor = 2 }).ShouldBeFalse();
        RowOrigins.Same(pane, pane with { Key = Key("b") }).ShouldBeFalse();
        RowOrigins.Same(pane, pane with { Key = null }).ShouldBeFalse();
        RowOrigins.Same(pane with { Key = null }, pane).ShouldBeFalse();
    }

    [Fact]
    public void Same_of_events_takes_time_type_and_content()
    {
        var row = Event("text", 9);
        RowOrigins.Same(row, row).ShouldBeTrue();
        RowOrigins.Same(row, Event(new string(['t', 'e', 'x', 't']), 9)).ShouldBeTrue();
        RowOrigins.Same(row, Event("other", 9)).ShouldBeFalse();
        RowOrigins.Same(row, Event("text", 10)).ShouldBeFalse();
        RowOrigins.Same(row, row with { Event = 5 }).ShouldBeFalse();
        RowOrigins.Same(row, row with { Event = null }).ShouldBeFalse();

        // One event is itself, whatever is read of it.
        RowOrigins.Same(row with { Reader = null }, row with { Reader = null }).ShouldBeTrue();
    }

    [Fact]
    public void AnchorOf_takes_the_steps_and_the_occurrence()
    {
        var (pane, other) = (Pane("a", end: 9, anchor: 1, branch: 1), Event("a", 9));
        long[] anchors =
        [
            RowOrigins.AnchorOf(pane, 0, null),
            RowOrigins.AnchorOf(pane, 1, null),
            RowOrigins.AnchorOf(pane, 0, other),
            RowOrigins.AnchorOf(other, 0, pane),
            RowOrigins.AnchorOf(other, 0, null),
            RowOrigins.AnchorOf(Event("b", 9), 0, null),
            RowOrigins.AnchorOf(Event("a", 8), 0, null),
            RowOrigins.AnchorOf(pane with { Anchor = 2 }, 0, null),
            RowOrigins.AnchorOf(pane with { Key = Key("b") }, 0, null),
            RowOrigins.AnchorOf(pane with { Start = 3 }, 0, null),
        ];
        anchors.Distinct().Count().ShouldBe(anchors.Length);
        RowOrigins.AnchorOf(pane, 0, other).ShouldBe(anchors[2]);

        // Ids are kept by those who follow alerts up: what they are made of may not change.
        anchors[0].ShouldBe(RowOrigins.AnchorOf(pane with { Branch = 7, End = 20 }, 0, null));
    }

    [Fact]
    public void Of_an_event_is_its_time_its_edge_and_itself_as_evidence()
    {
        var rows = new Rows<string> { Reader = s_reader, Batch = new ObjectBatch<string>(["a", "b"], 2, [new("f", 1), new("f", 2)]), SourceEdge = 3, Row = 1 };
        rows.Times[1] = 7;

        var origin = RowOrigins.Of(rows, s_high);

        origin.ShouldBe(new RowOrigin { Event = "b", Position = new("f", 2), Reader = s_reader, Start = 7, End = 7, Anchor = 7, Branch = 3, Tier = s_high, Evidence = origin.Evidence });
        (origin.Evidence.First, origin.Evidence.Last).ShouldBe((7, 7));
        origin.Evidence.Items.ShouldBe([new EvidenceItem(7, "b", s_reader, new("f", 2))]);
    }

    [Fact]
    public void Of_a_row_that_a_stage_made_is_its_origin_with_a_tier_where_it_has_one()
    {
        var pane = Pane("a", end: 9, anchor: 1, branch: 1) with { Tier = s_low };
        var rows = new Rows<string> { Reader = s_reader, Batch = new ObjectBatch<string>(["a"]), Origins = [pane] };

        RowOrigins.Of(rows, null).ShouldBeSameAs(pane);
        RowOrigins.Of(rows, s_high).ShouldBe(pane with { Tier = s_high });
    }

    [Fact]
    public void Rows_of_events_have_room_for_their_times_and_read_themselves_from_the_batch()
    {
        var rows = new Rows<string> { Reader = s_reader, Batch = new ObjectBatch<string>(["a", "b", "c"], 3, [new("f", 1), new("f", 2), new("f", 3)]) };
        rows.Times.Length.ShouldBe(3);
        rows.Times[2] = 8;
        (rows.Row, rows.From) = (2, 1);
        (rows.Event, rows.Position, rows.Time).ShouldBe(("c", new EventPosition("f", 3), 8));

        rows.Batch = new ObjectBatch<string>(["d", "e", "f", "g"]);
        (rows.Row, rows.From, rows.Count, rows.Times.Length).ShouldBe((0, 0, 4, 6));
        rows.Items.ShouldBe(["d", "e", "f", "g"]);
        var times = rows.Times;
        rows.Batch = new ObjectBatch<string>(["a", "b", "c", "d", "e", "f"]);
        rows.Times.ShouldBeSameAs(times);
    }

    [Fact]
    public void Rows_that_a_stage_made_stand_for_the_event_behind_them()
    {
        var rows = new Rows<string> { Reader = s_reader, Batch = new ObjectBatch<string>(["made", "too"], 2, [new("f", 1), new("f", 2)]) };
        rows.Origins = [Event("event", 9) with { Position = new("f", 7) }, Pane("a", end: 9, anchor: 1, branch: 1)];

        (rows.Event, rows.Position, rows.Kept).ShouldBe(("event", new EventPosition("f", 7), null));
        rows.Row = 1;
        (rows.Event, rows.Position).ShouldBe(("too", null));
    }

    private static AlertKey Key(string value)
    {
        var bytes = new CanonicalBytes();
        bytes.Text(value);
        return new([new("Key", value)], bytes.ToArray());
    }

    private static RowOrigin Pane(string key, long end, long anchor, int branch) =>
        new() { Key = Key(key), Start = end - 4, End = end, Anchor = anchor, Branch = branch, Stage = 2, Evidence = new(end - 3, end - 1, []) };

    private static RowOrigin Event(string text, long time, int branch = 0) =>
        new() { Event = text, Reader = s_reader, Start = time, End = time, Anchor = time, Branch = branch, Evidence = new(time, time, []) };
}
