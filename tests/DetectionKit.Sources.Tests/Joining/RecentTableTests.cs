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
            foreach (var (key, ticks, isPut) in steps)
            {
                // Keys that are expected in vain change nothing.
                table.Expect(key + 1).ShouldBe(0);
                table.Expect(key).ShouldBe(1);
                table.FindExpected().ToArray().Select(found => found.Row).ShouldBe([known.GetValueOrDefault(key + 1), known.GetValueOrDefault(key)]);
                if (isPut)
                {
                    var row = new Row(ticks);
                    table.Put(key, row);
                    if (!known.TryGetValue(key, out var kept) || row.CompareTo(kept) > 0) known[key] = row;
                }

                table.Find(key).ShouldBeSameAs(known.GetValueOrDefault(key));
                known.GetValueOrDefault(key)?.IsKept.ShouldBeTrue();
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
        table.Find(1).ShouldNotBeNull();

        table.Put(4, new Row(4));
        table.Put(5, new Row(5));

        Enumerable.Range(1, 5).Where(key => table.Find(key) is not null).ShouldBe([1, 4, 5]);
        (table.Count, report.EvictedProcesses).ShouldBe((3, 2));
        table.Put(2, new Row(2));
        table.Find(2).ShouldNotBeNull();
        table.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(int.MaxValue)]
    public void Put_of_many_more_than_the_limit_keeps_as_many_as_may_be(int heads)
    {
        var table = Table(heads, 50);
        var rows = Enumerable.Range(0, 1000).Select(key => new Row(key)).ToArray();
        for (var key = 0; key < 1000; key++)
        {
            table.Put(key, rows[key]);
            table.Find(key).ShouldNotBeNull().Ticks.ShouldBe(key);
            table.Count.ShouldBe(Math.Min(key + 1, 50));
        }

        Enumerable.Range(0, 1000).Count(key => table.Find(key) is not null).ShouldBe(50);
        rows.ShouldAllBe(row => row.IsKept == (table.Find(row.Ticks) == row));
    }

    private static RecentTable<int, Row> Table(int heads, int maxRows, SourceReport? report = null) =>
        new(maxRows, long.MaxValue, report ?? new(), SourceCounter.EvictedProcesses, new FewHashes(heads));

    private sealed class Row(int ticks) : JoinRow<Row>
    {
        public int Ticks => ticks;

        public override int TextBytes => 0;

        public override int CompareTo(Row? other) => ticks.CompareTo(other?.Ticks ?? -1);

        public override void Fetch()
        {
        }
    }

    // So that chains are long.
    private sealed class FewHashes(int count) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x == y;

        public int GetHashCode(int key) => key % count;
    }
}
