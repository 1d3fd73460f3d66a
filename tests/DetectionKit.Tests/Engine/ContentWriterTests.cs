using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using System.Text;
using CsCheck;
using DetectionKit.Engine;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Engine;

public sealed class ContentWriterTests
{
    private enum Level : byte
    {
        Low = 1,
        High = 2,
    }

    private enum Status
    {
        Off = -1,
    }

    private record Base(int A);

    private sealed record Derived(int A, string? B) : Base(A);

    private sealed record Node(int Value, Node? Next);

    private sealed record Row(Level Level, int? Port, string? Host, double Share, IPAddress? Address, ImmutableArray<string?> Tags);

    private sealed class Cycle
    {
        public Cycle Self => this;
    }

    private sealed class CycleOfSets
    {
        public HashSet<CycleOfSets> Selves => [this];
    }

    private struct Point
    {
        public int X;
        public int Y;
    }

    private sealed class Opaque(int secret)
    {
        private readonly int _secret = secret;

        public override string ToString() => _secret.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed record Holder(StringBuilder Text);

    private static readonly Gen<string?> s_text =
        Gen.OneOf<string?>(Gen.OneOf<string?>(null, ""), Gen.OneOf<string?>("", "a", "\0", "a\0"), Gen.String.Select(s => (string?)s));

    [Fact]
    public void Rows_are_equal_exactly_when_their_bytes_are()
    {
        var port = Gen.OneOf<int?>(null, 0, 1);
        var address = Gen.OneOf<IPAddress?>(null, IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2"), IPAddress.IPv6Loopback);
        var row = Gen.Select(Gen.Enum<Level>(), port, s_text, Gen.OneOf(0.0, -0.0, 1.5, double.NaN), address, s_text.Array[0, 2])
            .Select(p => new Row(p.Item1, p.Item2, p.Item3, p.Item4, p.Item5, [.. p.Item6]));
        Gen.Select(row, row).Sample((a, b) =>
            Equal(a, b) == (a with { Tags = [] } == b with { Tags = [] } && a.Tags.SequenceEqual(b.Tags)), iter: Iterations.Of(20_000));
    }

    [Fact]
    public void Lists_and_pairs_keep_their_borders()
    {
        var lists = s_text.Array[0, 3];
        Gen.Select(lists, lists, lists, lists).Sample((a, b, c, d) =>
            Equal((a, b), (c, d)) == (a.SequenceEqual(c) && b.SequenceEqual(d)), iter: Iterations.Of(10_000));
    }

    [Fact]
    public void An_anonymous_key_is_its_members_in_ordinal_order()
    {
        Of(new { Host = "h", Address = IPAddress.Loopback }).ShouldBe(Of(new { Address = IPAddress.Loopback, Host = "h" }));
        Of(new { Host = "h", User = (string?)null }).ShouldNotBe(Of(new { Host = "h", User = (string?)"" }));
    }

    [Fact]
    public void Sets_and_dictionaries_do_not_depend_on_their_order() =>
        Gen.Int.HashSet[0, 6].Sample(set =>
        {
            var reversed = new HashSet<int>(set.Reverse());
            var pairs = set.ToDictionary(i => i, i => i % 3);
            return Equal(set, reversed)
                && Equal(pairs, pairs.Reverse().ToDictionary(p => p.Key, p => p.Value))
                && !Equal(set, [.. set.Append(set.Count == 0 ? 0 : unchecked(set.Max() + 1)).Append(int.MinValue).Append(int.MaxValue - 1)]);
        });

    [Fact]
    public void A_sequence_depends_on_its_order() => Of<IReadOnlyList<int>>([1, 2]).ShouldNotBe(Of<IReadOnlyList<int>>([2, 1]));

    [Fact]
    public void Numbers_do_not_depend_on_their_width()
    {
        Of((byte)5).ShouldBe(Of(5L));
        Of((Int128)5).ShouldBe(Of(5UL));
        Of(Status.Off).ShouldBe(Of(-1));
        Of(Level.High).ShouldBe(Of(2));
        Of(1.5f).ShouldBe(Of(1.5));
        Of((Half)1.5).ShouldBe(Of(1.5));
    }

    [Fact]
    public void Nullable_is_null_or_its_value()
    {
        Of<int?>(3).ShouldBe(Of(3));
        Of<int?>(null).ShouldBe([CanonicalTag.Null]);
    }

    [Fact]
    public void A_struct_is_written_by_its_fields() => Of(new Point { X = 1, Y = 2 }).ShouldNotBe(Of(new Point { X = 2, Y = 1 }));

    [Fact]
    public void A_derived_object_keeps_what_it_adds()
    {
        Of<Base>(new Derived(1, "b")).ShouldNotBe(Of<Base>(new Derived(1, "c")));
        Of<Base>(new Derived(1, null)).ShouldNotBe(Of(new Base(1)));
        Of<object>(new Derived(1, "b")).ShouldBe(Of<Base>(new Derived(1, "b")));
    }

    [Fact]
    public void Objects_of_open_type_are_told_apart_by_kind()
    {
        Of<object>("5").ShouldNotBe(Of<object>(5));
        Of<object>("5").ShouldNotBe(Of<object>(new BigInteger(5)));
        Of<object>(IPAddress.Loopback).ShouldBe(Of(IPAddress.Parse("127.0.0.1")));
        Of<object?>(null).ShouldBe([CanonicalTag.Null]);
    }

    [Fact]
    public void A_type_that_contains_itself_is_written_to_its_end() => Of(new Node(1, new Node(2, null))).ShouldNotBe(Of(new Node(1, null)));

    [Fact]
    public void The_default_of_an_immutable_array_is_null() => Of(default(ImmutableArray<int>)).ShouldBe([CanonicalTag.Null]);

    [Fact]
    public void A_cycle_throws_and_the_writer_is_usable_again()
    {
        var writer = new CanonicalBytes();
        Should.Throw<InvalidOperationException>(() => ContentWriter<Cycle>.Write(writer, new Cycle())).Message.ShouldContain("cycle");
        writer.Clear();
        ContentWriter<Node>.Write(writer, new Node(1, null));
        writer.ToArray().ShouldBe(Of(new Node(1, null)));
    }

    [Fact]
    public void A_cycle_through_a_set_throws() =>
        Should.Throw<InvalidOperationException>(() => Of(new CycleOfSets())).Message.ShouldContain("cycle");

    [Fact]
    public void A_long_chain_within_the_limit_is_not_a_cycle()
    {
        var chain = Enumerable.Range(0, 60).Aggregate((Node?)null, (next, i) => new Node(i, next))!;
        Of(chain).Length.ShouldBe((60 * 10) + 1);
    }

    [Fact]
    public void Prepare_names_the_path_to_a_type_without_content()
    {
        Should.Throw<NotSupportedException>(() => ContentWriter<Holder>.Prepare()).Message.ShouldContain("StringBuilder has no canonical content (at Text)");
        Should.Throw<NotSupportedException>(() => ContentWriter<Opaque>.Prepare());
        Should.Throw<NotSupportedException>(() => ContentWriter<Func<int>>.Prepare());
        Should.Throw<NotSupportedException>(() => Of(new object()));
        ContentWriter<NetworkConnection>.Prepare().ShouldNotBeNull();
    }

    private static bool Equal<T>(T a, T b) => Of(a).AsSpan().SequenceEqual(Of(b));

    private static byte[] Of<T>(T value)
    {
        var writer = new CanonicalBytes();
        ContentWriter<T>.Write(writer, value);
        return writer.ToArray();
    }
}
