using System.Net;
using CsCheck;
using DetectionKit.Engine;

namespace DetectionKit.Tests.Engine;

public sealed class CanonicalBytesTests
{
    // Pairs of rare values, such as the two zeros, must meet.
    private const int Iterations = 10_000;

    // Zero bytes, escapes, both halves of surrogate pairs and their neighbours are where an encoding of text goes wrong.
    private static readonly Gen<string> s_text =
        Gen.OneOf<char>(
            Gen.OneOf('\0', '\u0001', 'a', '\u00ff', '\ud800', '\udbff', '\udc00', '\ue000', '\uffff'),
            Gen.Char).Array[0, 5].Select(c => new string(c));

    private static readonly Gen<double> s_real = Gen.OneOf<double>(
        Gen.Double, Gen.OneOf(0.0, -0.0, double.NaN, -double.NaN, double.NegativeInfinity, double.PositiveInfinity, double.Epsilon, -double.Epsilon));

    private static readonly Gen<decimal> s_decimal = Gen.OneOf<decimal>(
        Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Bool, Gen.Byte[0, 28]).Select(p => new decimal(p.Item1, p.Item2, p.Item3, p.Item4, p.Item5)),
        Gen.Select(Gen.Int[0, 20], Gen.Bool, Gen.Byte[25, 28]).Select(p => new decimal(p.Item1, 0, 0, p.Item2, p.Item3)),
        Gen.OneOf(0m, -0.0m, 1.0m, 1.00m, -1m, 1e-28m, -1e-28m, decimal.MaxValue, decimal.MinValue));

    private static readonly Gen<byte[]> s_bytes = Gen.OneOf<byte>(Gen.OneOf<byte>(0, 1, 255), Gen.Byte).Array[0, 4];

    [Fact]
    public void Integer_bytes_order_as_the_numbers() =>
        Gen.Select(Gen.Long, Gen.Long).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Integer(a), w => w.Integer(b)), iter: Iterations);

    [Fact]
    public void Integers_of_every_width_order_as_the_numbers()
    {
        var wide = Gen.OneOf<Int128>(
            Gen.Long.Select(v => (Int128)v),
            Gen.ULong.Select(v => (Int128)v),
            Gen.Select(Gen.ULong, Gen.ULong).Select(p => (Int128)new UInt128(p.Item1, p.Item2)));
        Gen.Select(wide, wide).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Integer(a), w => w.Integer(b)), iter: Iterations);
        Gen.Select(Gen.ULong, Gen.Long).Sample((a, b) => AgreesWith(((Int128)a).CompareTo(b), w => w.Unsigned(a), w => w.Integer(b)), iter: Iterations);
        Gen.Select(Gen.ULong, Gen.ULong).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Unsigned((UInt128)a), w => w.Unsigned(b)), iter: Iterations);
    }

    [Fact]
    public void Real_bytes_order_as_the_numbers() =>
        Gen.Select(s_real, s_real).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Real(a), w => w.Real(b)), iter: Iterations);

    [Fact]
    public void Decimal_bytes_order_as_the_numbers()
    {
        Gen.Select(s_decimal, s_decimal).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Decimal(a), w => w.Decimal(b)), iter: Iterations);
        Of(w => w.Decimal(1.0m)).ShouldBe(Of(w => w.Decimal(1.00m)));
    }

    [Fact]
    public void Text_bytes_order_by_code_point() =>
        Gen.Select(s_text, s_text).Sample((a, b) => AgreesWith(CompareCodePoints(a, b), w => w.Text(a), w => w.Text(b)), iter: Iterations);

    [Fact]
    public void Text_without_zeros_is_its_utf8() =>
        Of(w => w.Text("héé€😀")).ShouldBe([CanonicalTag.Text, .. "héé€😀"u8, 0x00, 0x01]);

    [Fact]
    public void Text_with_half_a_surrogate_pair_is_the_bytes_of_its_code_point() =>
        Of(w => w.Text("a\ud83db\udfff")).ShouldBe([CanonicalTag.Text, (byte)'a', 0xED, 0xA0, 0xBD, (byte)'b', 0xED, 0xBF, 0xBF, 0x00, 0x01]);

    [Fact]
    public void Integers_of_one_value_are_one_whatever_their_width()
    {
        Of(w => w.Integer((Int128)long.MinValue)).ShouldBe(Of(w => w.Integer(long.MinValue)));
        Of(w => w.Integer((Int128)long.MaxValue)).ShouldBe(Of(w => w.Integer(long.MaxValue)));
        Of(w => w.Unsigned((ulong)long.MaxValue)).ShouldBe(Of(w => w.Integer(long.MaxValue)));
        Of(w => w.Unsigned((UInt128)long.MaxValue)).ShouldBe(Of(w => w.Integer(long.MaxValue)));
        Of(w => w.Integer((Int128)ulong.MaxValue)).ShouldBe(Of(w => w.Unsigned(ulong.MaxValue)));
    }

    [Fact]
    public void Every_nan_is_one_value_below_all_others()
    {
        var nan = Of(w => w.Real(double.NaN));
        Of(w => w.Real(BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0001))).ShouldBe(nan);
        nan.AsSpan().SequenceCompareTo(Of(w => w.Real(double.NegativeInfinity))).ShouldBeLessThan(0);
    }

    [Fact]
    public void TypeOfNext_tells_types_apart() => Of(w => w.TypeOfNext("A")).ShouldBe([CanonicalTag.Typed, .. Of(w => w.Text("A"))]);

    [Fact]
    public void Byte_arrays_that_are_null_are_null() => Of(w => w.Bytes(null)).ShouldBe([CanonicalTag.Null]);

    [Fact]
    public void Byte_arrays_order_as_the_bytes() =>
        Gen.Select(s_bytes, s_bytes).Sample((a, b) => AgreesWith(a.AsSpan().SequenceCompareTo(b), w => w.Bytes(a), w => w.Bytes(b)), iter: Iterations);

    [Fact]
    public void Times_order_as_instants() =>
        Gen.Select(Gen.DateTimeOffset, Gen.DateTimeOffset).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Instant(a), w => w.Instant(b)), iter: Iterations);

    [Fact]
    public void Instant_ignores_the_offset_and_reads_no_zone_as_utc()
    {
        var instant = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2));
        Of(w => w.Instant(instant.ToUniversalTime())).ShouldBe(Of(w => w.Instant(instant)));
        Of(w => w.Instant(new DateTime(2024, 5, 6, 5, 8, 9, DateTimeKind.Unspecified))).ShouldBe(Of(w => w.Instant(instant)));
    }

    [Fact]
    public void Other_scalars_order_as_their_values()
    {
        Gen.Select(Gen.TimeSpan, Gen.TimeSpan).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Duration(a), w => w.Duration(b)), iter: Iterations);
        Gen.Select(Gen.DateOnly, Gen.DateOnly).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Date(a), w => w.Date(b)), iter: Iterations);
        Gen.Select(Gen.Guid, Gen.Guid).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Guid(a), w => w.Guid(b)), iter: Iterations);
        Gen.Select(Gen.Bool, Gen.Bool).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Boolean(a), w => w.Boolean(b)), iter: Iterations);
        Gen.Select(Gen.Char, Gen.Char).Sample((a, b) => AgreesWith(a.CompareTo(b), w => w.Character(a), w => w.Character(b)), iter: Iterations);
    }

    [Fact]
    public void Address_is_sixteen_bytes_with_ipv4_mapped()
    {
        var mapped = Of(w => w.Address(IPAddress.Parse("::ffff:192.0.2.7")));
        Of(w => w.Address(IPAddress.Parse("192.0.2.7"))).ShouldBe(mapped);
        mapped.ShouldBe([CanonicalTag.Address, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 192, 0, 2, 7]);
        Of(w => w.Address(null)).ShouldBe([CanonicalTag.Null]);
    }

    [Fact]
    public void Null_and_empty_text_differ() => Of(w => w.Text(null)).ShouldNotBe(Of(w => w.Text("")));

    [Fact]
    public void No_value_begins_another()
    {
        var value = Gen.OneOf<byte[]>(
            s_text.Select(v => Of(w => w.Text(v))),
            s_bytes.Select(v => Of(w => w.Bytes(v))),
            Gen.Long.Select(v => Of(w => w.Integer(v))),
            Gen.ULong.Select(v => Of(w => w.Unsigned(v))),
            s_real.Select(v => Of(w => w.Real(v))),
            s_decimal.Select(v => Of(w => w.Decimal(v))),
            Gen.Const(Of(w => w.Null())));
        Gen.Select(value, value).Sample((a, b) => a.AsSpan().SequenceEqual(b) || (!a.AsSpan().StartsWith(b) && !b.AsSpan().StartsWith(a)), iter: Iterations);
    }

    [Fact]
    public void Two_texts_in_a_row_keep_their_border() =>
        Gen.Select(s_text, s_text, s_text, s_text).Sample((a, b, c, d) =>
            Of(w => Two(w, a, b)).AsSpan().SequenceEqual(Of(w => Two(w, c, d))) == (a == c && b == d), iter: Iterations);

    [Fact]
    public void Clear_leaves_a_writer_as_new()
    {
        var writer = new CanonicalBytes(1);
        writer.Text(new string('x', 5000));
        writer.Clear();
        writer.Integer(7);
        writer.Written.ToArray().ShouldBe(Of(w => w.Integer(7)));
        writer.Length.ShouldBe(9);
    }

    private static void Two(CanonicalBytes writer, string first, string second)
    {
        writer.Text(first);
        writer.Text(second);
    }

    private static bool AgreesWith(int order, Action<CanonicalBytes> first, Action<CanonicalBytes> second) =>
        Math.Sign(Of(first).AsSpan().SequenceCompareTo(Of(second))) == Math.Sign(order);

    private static byte[] Of(Action<CanonicalBytes> write)
    {
        var writer = new CanonicalBytes(1);
        write(writer);
        return writer.ToArray();
    }

    private static int CompareCodePoints(string a, string b)
    {
        var (left, right) = (CodePoints(a), CodePoints(b));
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (left[i] != right[i]) return left[i].CompareTo(right[i]);
        }

        return left.Count.CompareTo(right.Count);
    }

    private static List<int> CodePoints(string text)
    {
        var points = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            points.Add(pair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]);
            if (pair) i++;
        }

        return points;
    }
}
