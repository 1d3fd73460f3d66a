using CsCheck;
using DetectionKit.Tests.Interpretation;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Aggregates;

/// <summary>What must hold for every aggregate.</summary>
internal abstract class AggregateLaws
{
    internal abstract void Order_is_irrelevant();

    internal abstract void Merge_adds_all_and_shares_nothing();

    internal abstract void Merge_is_associative_and_commutative();

    internal abstract void Write_and_Read_give_the_state_back();

    internal abstract void Remove_undoes_Add();

    internal abstract void Size_grows_with_the_state();
}

/// <inheritdoc/>
internal sealed class AggregateLaws<TAggregate, TValue, TState, TResult>(Func<TAggregate> make, Gen<TValue> values) : AggregateLaws
    where TAggregate : IAggregate<TValue, TState, TResult>
    where TState : struct
{
    // Times that tie, so that what is decided by time is decided by content too.
    private readonly Gen<(TValue Value, long Time)[]> _items = Gen.Select(values, Gen.Long[0, 4]).Array[0, 30];

    internal override void Order_is_irrelevant() => _items.SelectMany(items => Gen.Shuffle(items).Select(shuffled => (items, shuffled))).Sample((items, shuffled) =>
    {
        var aggregate = make();
        Text(aggregate, StateOf(aggregate, shuffled)).ShouldBe(Text(aggregate, StateOf(aggregate, items)));
    }, iter: Iterations.Of(300));

    internal override void Merge_adds_all_and_shares_nothing() => Gen.Select(_items, _items, _items).Sample((first, second, later) =>
    {
        var aggregate = make();
        var (into, from) = (StateOf(aggregate, first), StateOf(aggregate, second));
        aggregate.Merge(ref into, ref from);
        Text(aggregate, from).ShouldBe(Text(aggregate, StateOf(aggregate, second)));
        foreach (var (value, time) in later) aggregate.Add(ref from, value, time);
        Text(aggregate, into).ShouldBe(Text(aggregate, StateOf(aggregate, [.. first, .. second])));
        foreach (var (value, time) in later) aggregate.Add(ref into, value, time);
        Text(aggregate, into).ShouldBe(Text(aggregate, StateOf(aggregate, [.. first, .. second, .. later])));
        Text(aggregate, from).ShouldBe(Text(aggregate, StateOf(aggregate, [.. second, .. later])));
    }, iter: Iterations.Of(300));

    internal override void Merge_is_associative_and_commutative() => Gen.Select(_items, _items, _items).Sample((a, b, c) =>
    {
        var aggregate = make();
        var left = Merged(aggregate, Merged(aggregate, StateOf(aggregate, a), StateOf(aggregate, b)), StateOf(aggregate, c));
        var right = Merged(aggregate, StateOf(aggregate, a), Merged(aggregate, StateOf(aggregate, b), StateOf(aggregate, c)));
        var turned = Merged(aggregate, StateOf(aggregate, c), Merged(aggregate, StateOf(aggregate, b), StateOf(aggregate, a)));
        Text(aggregate, left).ShouldBe(Text(aggregate, right));
        Text(aggregate, turned).ShouldBe(Text(aggregate, right));
    }, iter: Iterations.Of(300));

    internal override void Write_and_Read_give_the_state_back() => Gen.Select(_items, _items).Sample((before, after) =>
    {
        var aggregate = make();
        var state = StateOf(aggregate, before);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            aggregate.Write(ref state, writer);
            writer.Write(12345);
        }

        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        var read = aggregate.Read(reader);
        reader.ReadInt32().ShouldBe(12345);
        Text(aggregate, read).ShouldBe(Text(aggregate, state));
        foreach (var (value, time) in after)
        {
            aggregate.Add(ref state, value, time);
            aggregate.Add(ref read, value, time);
        }

        Text(aggregate, read).ShouldBe(Text(aggregate, state));
    }, iter: Iterations.Of(300));

    internal override void Remove_undoes_Add() => Gen.Select(_items, _items).Sample((kept, removed) =>
    {
        if (make() is not IRemovableAggregate<TValue, TState, TResult> aggregate) return;
        var state = default(TState);
        foreach (var (value, time) in removed) aggregate.Add(ref state, value, time);
        foreach (var (value, time) in kept) aggregate.Add(ref state, value, time);
        foreach (var (value, time) in removed) aggregate.Remove(ref state, value, time);
        Text((TAggregate)aggregate, state).ShouldBe(Text((TAggregate)aggregate, StateOf((TAggregate)aggregate, kept)));
    }, iter: Iterations.Of(300));

    internal override void Size_grows_with_the_state() => Gen.Select(_items, _items).Sample((items, more) =>
    {
        var aggregate = make();
        var state = default(TState);
        var size = aggregate.SizeOf(ref state);
        size.ShouldBeGreaterThan(0);
        foreach (var (value, time) in items)
        {
            aggregate.Add(ref state, value, time);
            aggregate.SizeOf(ref state).ShouldBeGreaterThanOrEqualTo(size);
            size = aggregate.SizeOf(ref state);
        }

        // No state needs more than a hash set's entry, or four doubles, for each of its values.
        size.ShouldBeLessThan(256 + (64 * items.Length));
        var other = StateOf(aggregate, more);
        aggregate.Merge(ref state, ref other);
        aggregate.SizeOf(ref state).ShouldBeGreaterThanOrEqualTo(size);
    }, iter: Iterations.Of(200));

    private static TState StateOf(TAggregate aggregate, IEnumerable<(TValue Value, long Time)> items)
    {
        var state = default(TState);
        foreach (var (value, time) in items) aggregate.Add(ref state, value, time);
        return state;
    }

    private static TState Merged(TAggregate aggregate, TState into, TState from)
    {
        aggregate.Merge(ref into, ref from);
        return into;
    }

    private static string Text(TAggregate aggregate, TState state) => ValueText.Of(aggregate.Result(ref state));
}
