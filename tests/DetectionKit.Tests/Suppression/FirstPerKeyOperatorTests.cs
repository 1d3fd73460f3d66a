using DetectionKit.Engine;

namespace DetectionKit.Tests.Suppression;

/// <summary>The stage by itself: what it lets through, what it counts, what it holds and when it gives that up.</summary>
public sealed class FirstPerKeyOperatorTests
{
    private const long Span = 100;

    // How many keys are kept before a look which of them can go, and how many texts have codes before one at those.
    // A key of nine characters takes so much memory with its code; a quarter of a megabyte of them are not looked at.
    private const int FirstSweep = 1_024, KeyBytes = 24 + (2 * 9) + 32, FirstSweepOfCodes = ((1 << 18) / KeyBytes) + 1;
    private readonly RunReport _report = new();
    private readonly TextColumn _column = new();
    private readonly Gathered _gathered = new();
    private readonly Rows<string> _rows = new() { Reader = new(typeof(string), ["*"]) };
    private FirstPerKeyOperator<KeyLast<int>, string> _stage;

    public FirstPerKeyOperatorTests() => _stage = Stage(fromLastSeen: false);

    [Fact]
    public void Accept_lets_the_first_of_a_key_through_and_counts_the_others()
    {
        Accept((10, "a"), (20, "a"), (10 + Span, "a"), (15, "b"));
        _stage.OnWatermark(0, 500);

        _gathered.Rows.ShouldBe([(10, "a"), (15, "b"), (10 + Span, "a")]);
        _report.SuppressedRows.ShouldBe(1);
    }

    [Fact]
    public void Accept_of_a_row_behind_the_frontier_counts_it_as_late_and_leaves_it_out()
    {
        _stage.OnWatermark(0, 50);
        _rows.Watermark = 50;
        Accept((49, "a"), (50, "b"));
        _stage.OnWatermark(0, 500);

        _gathered.Rows.ShouldBe([(50, "b")]);
        _report.LateSample.Select(late => (late.Event, late.Time.Ticks)).ShouldBe([("a", 49)]);
    }

    [Fact]
    public void Span_from_the_last_seen_begins_anew_with_each_row()
    {
        _stage = Stage(fromLastSeen: true);
        Accept((10, "a"), (90, "a"), (180, "a"), (180 + Span, "a"));
        _stage.OnWatermark(0, 500);

        _gathered.Rows.ShouldBe([(10, "a"), (180 + Span, "a")]);
    }

    [Fact]
    public void NextDue_is_at_once_while_rows_wait_and_never_when_none_does()
    {
        _stage.NextDue.ShouldBe(long.MaxValue);
        Accept((10, "a"));
        _stage.NextDue.ShouldBe(long.MinValue);
        _stage.OnWatermark(0, 11);
        _stage.NextDue.ShouldBe(long.MaxValue);
    }

    [Fact]
    public void Bytes_are_those_of_the_keys_kept_and_of_the_rows_that_wait()
    {
        _stage.Bytes.ShouldBe(0);
        Accept((10, "a"));
        var one = _stage.Bytes;
        one.ShouldBeGreaterThan(48);
        Accept((11, "b"));
        _stage.Bytes.ShouldBe(2 * one);
        _stage.OnWatermark(0, 11);
        _stage.Bytes.ShouldBe(2 * one);
        _stage.Groups.ShouldBe(1);
    }

    [Fact]
    public void Keys_are_kept_until_there_are_many_and_their_span_is_over()
    {
        AcceptKeys(0, FirstSweep - 1, at: 10);
        _stage.OnWatermark(0, 10 + Span);
        _stage.Groups.ShouldBe(FirstSweep - 1);

        // A tick before its end a span is not over.
        AcceptKeys(FirstSweep, 1, at: 10 + Span);
        _stage.OnWatermark(0, 10 + Span + 1);
        _stage.Groups.ShouldBe(1);
    }

    [Fact]
    public void Keys_whose_span_ends_at_the_frontier_go_and_the_others_stay()
    {
        AcceptKeys(0, FirstSweep, at: 10);
        AcceptKeys(FirstSweep, 5, at: 11);
        _stage.OnWatermark(0, 10 + Span);
        _stage.Groups.ShouldBe(5);
    }

    [Fact]
    public void Keys_are_looked_at_again_when_there_are_twice_as_many_as_were_needed()
    {
        AcceptKeys(0, 1_500, at: 10);
        _stage.OnWatermark(0, 20);
        AcceptKeys(1_500, 1_499, at: 500);
        _stage.OnWatermark(0, 501);
        _stage.Groups.ShouldBe(2_999);
        AcceptKeys(3_000, 1, at: 600);
        _stage.OnWatermark(0, 601);
        _stage.Groups.ShouldBe(1);
    }

    [Fact]
    public void All_keys_whose_span_is_over_go_at_the_end()
    {
        Accept((10, "a"));
        _stage.OnWatermark(0, long.MaxValue);
        _stage.Groups.ShouldBe(0);
    }

    [Fact]
    public void Codes_that_no_key_has_any_more_are_given_up_when_there_are_many()
    {
        AcceptKeys(0, FirstSweepOfCodes - 1, at: 10);
        _stage.OnWatermark(0, 500);
        CodedKeys.ShouldBe(FirstSweepOfCodes - 1);
        AcceptKeys(FirstSweepOfCodes, 3, at: 1_000);
        _stage.OnWatermark(0, 1_000);
        CodedKeys.ShouldBe(FirstSweepOfCodes + 2);

        // Rows that wait need their codes, too.
        AcceptKeys(2 * FirstSweepOfCodes, FirstSweep, at: 1_001);
        AcceptKeys(4 * FirstSweepOfCodes, 2, at: 1_002);
        _stage.OnWatermark(0, 1_002);
        CodedKeys.ShouldBe(FirstSweep + 5);
    }

    private long CodedKeys => _column.CodedBytes / KeyBytes;

    private FirstPerKeyOperator<KeyLast<int>, string> Stage(bool fromLastSeen)
    {
        var stage = FirstPerKeyOperator<KeyLast<int>, string>.Create(new(["Key"], [_column]), new(_gathered), () => Span, fromLastSeen, _report, lateness: 0);
        stage.AddInput();
        return stage;
    }

    private void AcceptKeys(int first, int count, long at) => Accept([.. Enumerable.Range(first, count).Select(i => (at, $"key {i:D5}"))]);

    private void Accept(params (long Time, string Key)[] rows)
    {
        _rows.Batch = new ObjectBatch<string>([.. rows.Select(row => row.Key)]);
        for (var i = 0; i < rows.Length; i++)
        {
            (_rows.Row, _rows.Times[i]) = (i, rows[i].Time);
            _stage.Accept(_rows, new(_column.CodeOf(rows[i].Key)), rows[i].Key, tier: null);
        }
    }

    private sealed class Gathered : Edge<string>
    {
        internal List<(long Time, string Value)> Rows { get; } = [];

        internal override Operator Target => throw new NotSupportedException();

        internal override EventReader Reader { get; } = new(typeof(string), ["*"]);

        internal override void OnRows(Rows<string> rows) => Rows.AddRange(Enumerable.Range(0, rows.Count).Select(i => (rows.Times[i], rows.Items![i])));

        internal override void OnWatermark(long watermark)
        {
        }
    }
}
