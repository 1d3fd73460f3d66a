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

    private static EvidenceItem Item(int minute) => new(Beat.Ten.AddMinutes(minute).UtcTicks, new Beat(Beat.Ten.AddMinutes(minute), "A"), s_reader, null);

    // Of equal events it does not matter which is kept.
    private static string Shown(EvidenceItem item) => string.Join(' ', item.Time, item.Position, string.Join(',', item.Reader.Fields(item.Event).OrderBy(field => field.Key)));
}
