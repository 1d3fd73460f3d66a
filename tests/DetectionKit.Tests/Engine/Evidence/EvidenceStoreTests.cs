using CsCheck;
using DetectionKit.Engine;
using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.Engine.Evidence;

public sealed class EvidenceStoreTests
{
    private static readonly EventReader s_reader = new(typeof(Beat), ["*"]);

    private static readonly EventReader s_other = new(typeof(Beat), ["Host"]);

    private static readonly Gen<EvidenceItem> s_items = Gen.Select(Gen.Int[1, 9], Gen.OneOf("A", "B", "C"), Gen.OneOf(0, 0, 1, 2), Gen.Bool, (minute, host, line, other) =>
        new EvidenceItem(
            Beat.Ten.AddMinutes(minute).UtcTicks,
            new Beat(Beat.Ten.AddMinutes(minute), host),
            other ? s_other : s_reader,
            line == 0 ? null : new("file", line)));

    [Fact]
    public void Add_and_Merge_keep_the_first_events_whatever_the_order() =>
        Gen.Select(s_items.Array[1, 12], s_items.Array[0, 12], Gen.OneOf(0, 1, 3, 20)).Sample((left, right, limit) =>
        {
            var store = new EvidenceStore(limit, new());
            var (chain, from) = (default(EvidenceChain), default(EvidenceChain));
            foreach (var item in left) store.Add(ref chain, item);
            foreach (var item in right) store.Add(ref from, item);
            store.Merge(ref chain, from);

            var all = left.Concat(right).ToList();
            var made = store.Snapshot(chain);
            (made.First, made.Last).ShouldBe((all.Min(item => item.Time), all.Max(item => item.Time)));
            all.Sort((x, y) => EvidenceItem.Compare(x, y));
            made.Items.Select(Shown).ShouldBe(all.Take(limit).Select(Shown));
            if (right.Length > 0) store.Snapshot(from).Last.ShouldBe(right.Max(item => item.Time));
        });

    [Fact]
    public void Release_lets_the_place_be_used_again()
    {
        var store = new EvidenceStore(3, new());
        var kept = default(EvidenceChain);
        store.Add(ref kept, Item(1));
        for (var round = 0; round < 1_000; round++)
        {
            var chain = default(EvidenceChain);
            for (var minute = 1; minute < 6; minute++) store.Add(ref chain, Item(minute));
            chain.Head.ShouldBeLessThan(6);
            store.Snapshot(chain).Items.Select(item => item.Time).ShouldBe([Item(1).Time, Item(2).Time, Item(3).Time]);
            store.Release(ref chain);
        }

        store.Snapshot(kept).Items.ShouldBe([Item(1)]);
    }

    [Fact]
    public void Add_of_rows_of_a_kept_batch_keeps_the_rows_in_as_many_pages_as_they_need()
    {
        const int Rows = 10_000;
        var batch = new ColumnBatch<Beat>(Rows, row => new(Beat.Ten.AddMinutes(row), $"host {row}")) { IsImmutable = true };
        var rows = new Rows<Beat> { Reader = s_reader, Batch = batch };
        var store = new EvidenceStore(Rows, new());
        var (even, odd) = (default(EvidenceChain), default(EvidenceChain));
        for (var row = 0; row < Rows; row++)
        {
            rows.Row = row;
            store.Add(ref row % 2 == 0 ? ref even : ref odd, rows, Beat.Ten.AddMinutes(row).UtcTicks);
        }

        store.Snapshot(odd).Items.Select(item => ((Beat)item.Event!).Host).ShouldBe(Enumerable.Range(0, Rows / 2).Select(i => $"host {(2 * i) + 1}"));
        store.Snapshot(even).Items.Select(item => ((Beat)item.Event!).Host).ShouldBe(Enumerable.Range(0, Rows / 2).Select(i => $"host {2 * i}"));

        store.Clear();
        var anew = default(EvidenceChain);
        store.Add(ref anew, Item(1));
        store.Snapshot(anew).Items.ShouldBe([Item(1)]);
    }

    [Fact]
    public void Add_of_rows_that_can_not_be_made_counts_them_and_keeps_their_times()
    {
        var report = new RunReport();
        var batch = new ColumnBatch<Beat>(2, row => throw new InvalidDataException("gone")) { IsImmutable = true };
        var rows = new Rows<Beat> { Reader = s_reader, Batch = batch, Row = 1 };
        var store = new EvidenceStore(3, report);
        var chain = default(EvidenceChain);
        store.Add(ref chain, rows, 7);

        store.Snapshot(chain).Items.ShouldBe([new EvidenceItem(7, null, s_reader, null)]);

        report.FaultySample.ShouldHaveSingleItem().ShouldSatisfyAllConditions(fault => fault.Event.ShouldBe("row 1 of a batch"), fault => fault.Stage.ShouldBe("evidence"));
    }

    [Fact]
    public void With_spans_both()
    {
        var (early, late) = (new EvidenceSnapshot(1, 5, [Item(1)]), new EvidenceSnapshot(3, 9, [Item(2)]));
        early.With(late).ShouldSatisfyAllConditions(both => both.First.ShouldBe(1), both => both.Last.ShouldBe(9), both => both.Items.ShouldBe([Item(1), Item(2)]));
        late.With(early).ShouldSatisfyAllConditions(both => both.First.ShouldBe(1), both => both.Last.ShouldBe(9), both => both.Items.ShouldBe([Item(1), Item(2)]));
    }

    private static EvidenceItem Item(int minute) => new(Beat.Ten.AddMinutes(minute).UtcTicks, new Beat(Beat.Ten.AddMinutes(minute), "A"), s_reader, null);

    // Of equal events it does not matter which is kept.
    private static string Shown(EvidenceItem item) => string.Join(' ', item.Time, item.Position, string.Join(',', item.Reader.Fields(item.Event).OrderBy(field => field.Key)));
}
