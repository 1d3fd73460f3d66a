using CsCheck;
using DetectionKit.Sources.Joining;

namespace DetectionKit.Sources.Tests.Joining;

public sealed class RecentTableTests
{
    private static readonly Gen<(int Key, int Ticks, bool IsPut)[]> s_steps = Gen.Select(Gen.Int[0, 300], Gen.Int[0, 9], Gen.Bool).Array[0, 600];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public void Find_after_any_steps_gives_the_greatest_row_of_the_key(int heads) => s_steps.Sample(
        steps =>
        {
            var (table, known) = (Table(heads, int.MaxValue), new Dictionary<int, Row>());
            Row? At(RowPlace place) => place.IsNone ? null : table[place];
            Row? RowOf(int key) => known.TryGetValue(key, out var row) ? row : null;
            foreach (var (key, ticks, isPut) in steps)
            {
                // Keys that are expected in vain change nothing.
                table.Expect(key + 1).ShouldBe(0);
                table.Expect(key).ShouldBe(1);
                table.FindExpected().ToArray().Select(At).ShouldBe([RowOf(key + 1), RowOf(key)]);
                if (isPut)
                {
                    var row = new Row(ticks);
                    table.Put(key, row);
                    if (!known.TryGetValue(key, out var kept) || Row.Compare(row, kept) > 0) known[key] = row;
                }

                At(table.Find(key)).ShouldBe(RowOf(key));
            }

            table.Count.ShouldBe(known.Count);
        },
        iter: 50);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void Put_beyond_the_limit_drops_the_row_kept_longest_that_nobody_asked_for(int heads)
    {
        var report = new SourceReport();
        var table = Table(heads, 3, report);
        for (var key = 1; key <= 3; key++) table.Put(key, new Row(key));
        table.Find(1).IsNone.ShouldBeFalse();

        table.Put(4, new Row(4));
        table.Put(5, new Row(5));

        Enumerable.Range(1, 5).Where(key => !table.Find(key).IsNone).ShouldBe([1, 4, 5]);
        (table.Count, report.EvictedProcesses).ShouldBe((3, 2));
        table.Put(2, new Row(2));
        table.Find(2).IsNone.ShouldBeFalse();
        table.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(int.MaxValue)]
    public void Put_of_many_more_than_the_limit_keeps_as_many_as_may_be(int heads)
    {
        var table = Table(heads, 50);
        var places = new RowPlace[1000];
        for (var key = 0; key < 1000; key++)
        {
            table.Put(key, new Row(key));
            places[key] = table.Find(key);
            table[places[key]].Ticks.ShouldBe(key);
            table.Count.ShouldBe(Math.Min(key + 1, 50));
        }

        Enumerable.Range(0, 1000).Count(key => !table.Find(key).IsNone).ShouldBe(50);
        Enumerable.Range(0, 1000).ShouldAllBe(key => table.Has(places[key]) == !table.Find(key).IsNone && table.TryUse(places[key]) == table.Has(places[key]));
        places.Select(place => place.Slot).Distinct().Count().ShouldBeLessThan(60);
    }

    [Fact]
    public void TryUse_of_the_row_next_to_go_keeps_it()
    {
        var table = Table(int.MaxValue, 3);
        for (var key = 1; key <= 3; key++) table.Put(key, new Row(key));
        table.Expect(1);
        table.TryUse(table.FindExpected()[0]).ShouldBeTrue();

        table.Put(4, new Row(4));

        Enumerable.Range(1, 4).Where(key => !table.Find(key).IsNone).ShouldBe([1, 3, 4]);
    }

    [Fact]
    public void This_of_a_place_whose_row_was_replaced_gives_the_greater_row()
    {
        var table = Table(int.MaxValue, 3);
        table.Put(1, new Row(1));
        var place = table.Find(1);

        table.Put(1, new Row(2));

        table.Has(place).ShouldBeTrue();
        table[place].Ticks.ShouldBe(2);
    }

    [Fact]
    public void This_keeps_what_is_written_into_a_row()
    {
        var table = Table(int.MaxValue, 3);
        table.Put(1, new Row(1));

        table[table.Find(1)].Note = "seen";

        table[table.Find(1)].Note.ShouldBe("seen");
    }

    private static RecentTable<int, Row> Table(int heads, int maxRows, SourceReport? report = null) =>
        new(maxRows, long.MaxValue, report ?? new(), SourceCounter.EvictedProcesses, new FewHashes(heads));

    private record struct Row(int Ticks) : IJoinRow<Row>
    {
        public string? Note { get; set; }

        public readonly int TextBytes => 0;

        public static int Compare(in Row row, in Row other) => row.Ticks.CompareTo(other.Ticks);
    }

    // So that chains are long.
    private sealed class FewHashes(int count) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x == y;

        public int GetHashCode(int key) => key % count;
    }
}
