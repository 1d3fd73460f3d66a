using System.Collections;
using System.Numerics;
using System.Text;
using DetectionKit.Engine;

namespace DetectionKit.Tests.Engine.Canonical;

/// <summary>What the content of a type is taken to be.</summary>
public sealed class ContentShapeTests
{
    public static TheoryData<Type, string, Type?> Shapes => new()
    {
        { typeof(int), nameof(ContentKind.Scalar), null },
        { typeof(byte[]), nameof(ContentKind.Scalar), null },
        { typeof(DayOfWeek), nameof(ContentKind.Enumeration), typeof(int) },
        { typeof(int?), nameof(ContentKind.Nullable), typeof(int) },
        { typeof(Action), nameof(ContentKind.Unsupported), null },
        { typeof(BigInteger), nameof(ContentKind.Formatted), null },
        { typeof(FormattedOnly), nameof(ContentKind.Structure), null },
        { typeof(int[]), nameof(ContentKind.Sequence), typeof(int) },
        { typeof(List<string>), nameof(ContentKind.Sequence), typeof(string) },
        { typeof(IEnumerable<string>), nameof(ContentKind.Sequence), typeof(string) },
        { typeof(ArrayList), nameof(ContentKind.Sequence), typeof(object) },
        { typeof(NumbersAndTexts), nameof(ContentKind.Sequence), typeof(int) },
        { typeof(HashSet<string>), nameof(ContentKind.Set), typeof(string) },
        { typeof(ISet<int>), nameof(ContentKind.Set), typeof(int) },
        { typeof(IReadOnlySet<int>), nameof(ContentKind.Set), typeof(int) },
        { typeof(Hashtable), nameof(ContentKind.Set), typeof(object) },
        { typeof(Dictionary<string, int>), nameof(ContentKind.Set), typeof(KeyValuePair<string, int>) },
        { typeof(IDictionary<string, int>), nameof(ContentKind.Set), typeof(KeyValuePair<string, int>) },
        { typeof(IReadOnlyDictionary<string, int>), nameof(ContentKind.Set), typeof(KeyValuePair<string, int>) },
        { typeof(object), nameof(ContentKind.Open), null },
        { typeof(IComparable), nameof(ContentKind.Open), null },
        { typeof(Shape), nameof(ContentKind.Open), null },
        { typeof(StringBuilder), nameof(ContentKind.Unsupported), null },
        { typeof((int, string)), nameof(ContentKind.Structure), null },
        { typeof(KeyValuePair<string, int>), nameof(ContentKind.Structure), null },
        { typeof(Round), nameof(ContentKind.Structure), null },
        { typeof(Secret), nameof(ContentKind.Unsupported), null },
        { typeof(Nothing), nameof(ContentKind.Structure), null },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Of_tells_how_a_type_is_written(Type type, string kind, Type? item) => ContentShape.Of(type).ShouldBe(new(Enum.Parse<ContentKind>(kind), item));

    [Fact]
    public void MembersOf_are_in_order_of_names_and_the_one_that_hides_another_stands_alone()
    {
        var members = ContentShape.MembersOf(typeof(Hiding));

        members.Select(member => member.Name).ShouldBe(["Area", "Radius"]);
        members[0].DeclaringType.ShouldBe(typeof(Hiding));
        members.Select(ContentShape.TypeOf).ShouldBe([typeof(string), typeof(int)]);
    }

    [Fact]
    public void Verify_says_where_what_has_no_content_stands()
    {
        Should.Throw<NotSupportedException>(() => ContentVerifier.Verify(typeof(Outer))).Message.ShouldBe(
            $"{typeof(Action)} has no canonical content (at Inner.Then): its public members do not make up its value. Use a scalar, a collection, or a record or class of your own with public members.");
        Should.Throw<NotSupportedException>(() => ContentVerifier.Verify(typeof(Action))).Message.ShouldStartWith($"{typeof(Action)} has no canonical content: its");
        Should.Throw<NotSupportedException>(() => ContentVerifier.Verify(typeof(List<Action>)));
        Should.Throw<NotSupportedException>(() => ContentVerifier.Verify(typeof(Later))).Message.ShouldContain("(at Then)");
    }

    [Fact]
    public void Verify_of_a_type_within_itself_ends() => Should.NotThrow(() => ContentVerifier.Verify(typeof(Link)));

    [Fact]
    public void Build_names_what_does_not_tell_its_kind()
    {
        Open(5).ShouldBe(Of(bytes => bytes.Integer(5)));
        Open(System.Net.IPAddress.Loopback).ShouldBe(Of(bytes => bytes.Address(System.Net.IPAddress.Loopback)));
        Open(new BigInteger(5)).ShouldBe(Of(bytes =>
        {
            bytes.TypeOfNext(typeof(BigInteger).FullName!);
            bytes.Text("5");
        }));
        Open(ValueTuple.Create(5)).AsSpan().StartsWith(Of(bytes => bytes.TypeOfNext(typeof(ValueTuple<int>).ToString()))).ShouldBeTrue();
        Open(new { B = 1, A = 2 }).AsSpan().StartsWith(Of(bytes => bytes.TypeOfNext("A,B"))).ShouldBeTrue();
        Open(new Nothing()).AsSpan().StartsWith(Of(bytes => bytes.TypeOfNext(typeof(Nothing).FullName!))).ShouldBeTrue();
        Should.Throw<NotSupportedException>(() => OpenContent.Build(typeof(Action)));
        Should.Throw<NotSupportedException>(() => OpenContent.Build(typeof(Outer))).Message.ShouldContain("Inner.Then");
    }

    [Fact]
    public void Sequence_and_Set_say_how_many_and_nest_no_deeper_than_they_may()
    {
        Of(bytes => ContentParts.Sequence<int>(bytes, new[] { 2, 1 })).ShouldBe(Of(bytes =>
        {
            bytes.Sequence(2);
            bytes.Integer(2);
            bytes.Integer(1);
        }));
        Of(bytes => ContentParts.Set<int>(bytes, new HashSet<int> { 2, 1 })).ShouldBe(Of(bytes =>
        {
            bytes.Set(2);
            bytes.Integer(1);
            bytes.Integer(2);
        }));
        Of(bytes => ContentParts.Sequence<int>(bytes, null)).ShouldBe([CanonicalTag.Null]);
        Of(bytes => ContentParts.Set<int>(bytes, null)).ShouldBe([CanonicalTag.Null]);

        // What was entered has been left: any number of them may follow each other, and none may stand too deep.
        Should.NotThrow(() => Of(bytes => Repeat(100, () => ContentParts.Sequence<int>(bytes, new[] { 1 }))));
        Should.NotThrow(() => Of(bytes => Repeat(100, () => ContentParts.Set<int>(bytes, new[] { 1 }))));
        Should.Throw<InvalidOperationException>(() => Of(bytes => Deep(bytes, () => ContentParts.Sequence<int>(bytes, new[] { 1 }))));
        Should.Throw<InvalidOperationException>(() => Of(bytes => Deep(bytes, () => ContentParts.Set<int>(bytes, new[] { 1 }))));
        Should.NotThrow(() => Of(bytes => Deep(bytes, () => { })));
    }

    private static void Deep(CanonicalBytes bytes, Action within)
    {
        const int MostLevels = 64;
        Repeat(MostLevels, () => bytes.Enter(typeof(object)));
        within();
    }

    private static void Repeat(int times, Action act)
    {
        for (var i = 0; i < times; i++) act();
    }

    private static byte[] Open(object value) => Of(bytes => OpenContent.Build(value.GetType())(bytes, value));

    private static byte[] Of(Action<CanonicalBytes> write)
    {
        var bytes = new CanonicalBytes();
        write(bytes);
        return bytes.ToArray();
    }

    private abstract record Shape;

    private record Round(int Radius) : Shape
    {
        public int Area => Radius;
    }

    private sealed record Hiding(int Radius) : Round(Radius)
    {
        public new string Area => "";
    }

    private sealed record Inner(int First, Action Then);

    private sealed record Outer(int Before, Inner Inner);

    private sealed record Later(Round First, Action Then);

    private sealed class Link
    {
        public Link? Next { get; init; }
    }

    private sealed class Secret
    {
        private readonly int _value = 1;

        public override string ToString() => $"{_value}";
    }

    private sealed class Nothing;

    private sealed class FormattedOnly : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => "";
    }

    private sealed class NumbersAndTexts : IEnumerable<string>, IEnumerable<int>
    {
        IEnumerator<int> IEnumerable<int>.GetEnumerator() => Enumerable.Empty<int>().GetEnumerator();

        IEnumerator<string> IEnumerable<string>.GetEnumerator() => Enumerable.Empty<string>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => Enumerable.Empty<int>().GetEnumerator();
    }
}
