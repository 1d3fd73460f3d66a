using CsCheck;
using DetectionKit.Engine;

namespace DetectionKit.Tests.Engine.Keys;

public sealed class ValueCodesTests
{
    private static readonly Gen<string?[]> s_texts = Gen.OneOf(Gen.Int[0, 0].Select(_ => (string?)null), Gen.String[0, 3].Select(text => (string?)text), Gen.Int[0, 50].Select(n => (string?)$@"C:\Program Files\Vendor\Product {n}\bin\agent.exe")).Array[0, 200];

    [Fact]
    public void Encode_gives_equal_texts_one_code_and_the_text_back() => Gen.Select(s_texts, Gen.Bool).Sample((texts, pooled) =>
    {
        var codes = new ValueCodes<string, CodedText>();
        var values = pooled ? texts : Array.ConvertAll(texts, Copy);
        for (var round = 0; round < 3; round++)
        {
            var encoded = new int[values.Length];
            codes.Encode(values, values.Length, encoded);
            encoded.Select(codes.ValueOf).ShouldBe(texts);
            encoded.Select((code, i) => (code, text: texts[i])).GroupBy(pair => pair.text).ShouldAllBe(group => group.Select(pair => pair.code).Distinct().Count() == 1);
            texts.Select(codes.CodeOf).ShouldBe(encoded);
        }

        codes.Count.ShouldBe(texts.Where(text => text is not null).Distinct().Count());
    });

    [Fact]
    public void Encode_tells_long_texts_apart_that_differ_where_the_hash_does_not_look()
    {
        // The hash of a long text takes its beginning, middle and end: these differ in between, and are told apart all the same.
        var texts = Enumerable.Range(0, 500).Select(i => (string?)(new string('a', 20) + i.ToString("D6") + new string('b', 200))).ToArray();
        TextHash.OfParts(texts[0]!).ShouldBe(TextHash.OfParts(texts[499]!));
        var codes = new ValueCodes<string, CodedText>();
        var encoded = new int[texts.Length];

        codes.Encode(texts, texts.Length, encoded);

        encoded.Distinct().Count().ShouldBe(500);
        encoded.Select(codes.ValueOf).ShouldBe(texts);
        codes.Encode(Array.ConvertAll(texts, Copy), texts.Length, encoded);
        codes.Count.ShouldBe(500);
    }

    [Fact]
    public void Encode_of_values_made_to_have_one_hash_compares_few_of_them_and_keeps_their_codes()
    {
        var codes = new ValueCodes<string, OfOneHash>();
        var texts = Enumerable.Range(0, 2_000).Select(i => (string?)$"host {i}").ToArray();
        var (first, twice, again) = (new int[40], new int[80], new int[texts.Length]);

        // The second half of a block meets values that have been hashed in full since its hashes were taken.
        codes.Encode([.. texts[..10]], 10, first);
        codes.Encode([.. texts[..40], .. texts[..40].Select(Copy)], 80, twice);
        codes.Encode(texts, texts.Length, again);

        twice[..10].ShouldBe(first[..10]);
        twice[40..].ShouldBe(twice[..40]);
        again[..40].ShouldBe(twice[..40]);
        again.Select(codes.ValueOf).ShouldBe(texts);
        codes.Count.ShouldBe(texts.Length);
        OfOneHash.Comparisons.ShouldBeLessThan(10 * texts.Length);
    }

    [Fact]
    public void Sweep_gives_up_the_codes_that_were_not_marked_and_uses_them_again()
    {
        var codes = new ValueCodes<string, CodedText>();
        string?[] texts = [.. Enumerable.Range(0, 100).Select(i => $"host {i}")];
        var encoded = new int[100];
        codes.Encode(texts, 100, encoded);
        codes.Bytes.ShouldBe(BytesOf(texts));

        codes.BeginMarking();
        codes.Mark(codes.CodeOf(null));
        for (var i = 0; i < 100; i += 2) codes.Mark(encoded[i]);
        codes.Sweep();

        codes.Count.ShouldBe(50);
        codes.Bytes.ShouldBe(BytesOf(texts.Where((_, i) => i % 2 == 0)));
        string?[] others = [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? texts[i] : $"other {i}")];
        var again = new int[100];
        codes.Encode(others, 100, again);
        again.Where((_, i) => i % 2 == 0).ShouldBe(encoded.Where((_, i) => i % 2 == 0));
        again.Select(codes.ValueOf).ShouldBe(others);
        again.Order().ShouldBe(encoded.Order());
    }

    [Fact]
    public void Sweep_forgets_the_objects_whose_codes_others_get()
    {
        // Of more, none of which is known, the cache of objects is not asked again.
        const int Few = 50;
        var codes = new ValueCodes<string, CodedText>();
        string?[] texts = [.. Enumerable.Range(0, Few).Select(i => $"host {i}")];
        var (first, others, again) = (new int[Few], new int[Few], new int[Few]);
        codes.Encode(texts, Few, first);
        codes.BeginMarking();
        codes.Sweep();
        codes.Count.ShouldBe(0);

        codes.Encode([.. texts.Select(text => "other " + text)], Few, others);
        codes.Encode(texts, Few, again);

        others.Order().ShouldBe(first.Order());
        again.Intersect(others).ShouldBeEmpty();
        again.Select(codes.ValueOf).ShouldBe(texts);
    }

    // With 32 for each code.
    private static long BytesOf(IEnumerable<string?> texts) => texts.Sum(text => 32 + CodedText.BytesOf(text!));

    private static string? Copy(string? text) => text is null ? null : new(text.AsSpan());

    private readonly struct OfOneHash(string value, uint hash) : ICodedValue<string, OfOneHash>
    {
        private readonly uint _hash = hash;

        internal static int Comparisons { get; private set; }

        public string? Value { get; } = value;

        public static string Plain(string value) => value;

        public static OfOneHash Of(string value, uint hash) => new(value, hash);

        public static uint HashOf(string value) => 7;

        public static uint FullHashOf(string value) => TextHash.Of(value);

        public static int BytesOf(string value) => value.Length;

        public bool Equals(OfOneHash other)
        {
            Comparisons++;
            return _hash == other._hash && Value == other.Value;
        }

        public override bool Equals(object? obj) => obj is OfOneHash other && Equals(other);

        public override int GetHashCode() => (int)_hash;
    }
}
