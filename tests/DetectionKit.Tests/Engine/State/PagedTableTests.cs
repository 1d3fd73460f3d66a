using CsCheck;
using DetectionKit.Engine;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Engine.State;

public sealed class PagedTableTests
{
    // A hash with few values: chains are long, and buckets are shared.
    private readonly record struct Number(int Value)
    {
        public override int GetHashCode() => Value % 97 * 31;
    }

    [Fact]
    public void GetOrAdd_keeps_values_and_order_while_the_index_grows()
    {
        Gen.Int[0, 4_000].List[0, 6_000].Sample(keys =>
        {
            var table = new PagedTable<Number, int>();
            var expected = new Dictionary<int, int>();
            foreach (var key in keys)
            {
                table.GetOrAdd(new(key), out var isNew)++;
                isNew.ShouldBe(expected.TryAdd(key, 0));
                expected[key]++;
            }

            Enumerable.Range(0, table.Count).Select(i => (table.KeyAt(i).Value, table.ValueAt(i))).ShouldBe(expected.Select(pair => (pair.Key, pair.Value)));
        }, iter: Iterations.Of(20));
    }

    [Fact]
    public void Release_gives_the_index_to_the_next_key_and_forgets_the_old_one()
    {
        Gen.Select(Gen.Int[0, 300].List[1, 600], Gen.Int[2, 5]).Sample((keys, step) =>
        {
            var table = new PagedTable<Number, int>();
            foreach (var key in keys.Distinct()) table.GetOrAdd(new(key), out _) = key;
            var count = table.Count;
            var released = Enumerable.Range(0, count).Where(i => i % step == 0).ToList();
            foreach (var index in released) table.Release(index);
            table.Rehash();
            var kept = Enumerable.Range(0, count).Except(released).Select(i => table.KeyAt(i).Value).ToList();
            foreach (var index in Enumerable.Range(0, released.Count)) table.GetOrAdd(new(1_000 + index), out _) = 1_000 + index;

            table.Count.ShouldBe(count);
            foreach (var key in kept.Concat(Enumerable.Range(1_000, released.Count)))
            {
                table.GetOrAdd(new(key), out var isNew).ShouldBe(key);
                isNew.ShouldBeFalse();
            }
        }, iter: Iterations.Of(100));
    }

    [Fact]
    public void RemoveWhere_keeps_the_others_in_order()
    {
        var table = new PagedTable<Number, int>();
        for (var i = 0; i < 2_000; i++) table.GetOrAdd(new(i), out _) = i;

        table.RemoveWhere(i => i % 3 == 0);

        Enumerable.Range(0, table.Count).Select(i => table.ValueAt(i)).ShouldBe(Enumerable.Range(0, 2_000).Where(i => i % 3 != 0));
        table.GetOrAdd(new(4), out var isNew).ShouldBe(4);
        isNew.ShouldBeFalse();
        table.GetOrAdd(new(3), out isNew).ShouldBe(0);
        isNew.ShouldBeTrue();
    }

    [Fact]
    public void Clear_leaves_nothing_behind()
    {
        var table = new PagedTable<Number, int>();
        for (var i = 0; i < 300; i++) table.GetOrAdd(new(i), out _) = 1;

        table.Clear();

        table.Count.ShouldBe(0);
        for (var i = 0; i < 300; i++)
        {
            table.GetOrAdd(new(i), out var isNew).ShouldBe(0);
            isNew.ShouldBeTrue();
        }
    }
}
