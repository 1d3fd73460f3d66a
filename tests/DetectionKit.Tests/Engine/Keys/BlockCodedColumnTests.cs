using DetectionKit.Engine;

namespace DetectionKit.Tests.Engine.Keys;

public sealed class BlockCodedColumnTests
{
    [Fact]
    public void Sweep_forgets_the_codes_of_indices_that_no_key_has()
    {
        var (column, dictionary) = (new TextColumn(), new ValueDictionary<string>());
        int[] indices = [dictionary.Add("a"), dictionary.Add("b"), dictionary.Add(null!)];
        var first = Encoded(column, dictionary, indices);

        column.BeginMarking();
        column.Mark(first[0]);
        column.Sweep();
        var other = column.CodeOf("c");
        var again = Encoded(column, dictionary, indices);

        other.ShouldBe(first[1]);
        again[0].ShouldBe(first[0]);
        again[1].ShouldNotBe(first[1]);
        again.Select(column.ValueOf).ShouldBe(["a", "b", null]);
    }

    [Fact]
    public void Encode_takes_values_where_the_block_has_no_indices()
    {
        var (column, dictionary) = (new TextColumn(), new ValueDictionary<string>());
        var coded = Encoded(column, dictionary, [dictionary.Add("a")]);

        column.Reserve(1);
        column.Values[0] = "b";
        column.Encode(1);

        column.ValueOf(column.Codes[0]).ShouldBe("b");
        column.ValueOf(coded[0]).ShouldBe("a");
    }

    [Fact]
    public void Encode_tells_dictionaries_apart()
    {
        var (column, dictionary, other) = (new TextColumn(), new ValueDictionary<string>(), new ValueDictionary<string>());
        Encoded(column, dictionary, [dictionary.Add("a")]);

        Encoded(column, other, [other.Add("b"), other.Add("a")]).Select(column.ValueOf).ShouldBe(["b", "a"]);
    }

    private static int[] Encoded(TextColumn column, ValueDictionary<string> dictionary, int[] indices)
    {
        column.Reserve(indices.Length);
        indices.CopyTo(column.IndicesOf(dictionary), 0);
        column.Encode(indices.Length);
        return column.Codes[..indices.Length];
    }
}
