namespace DetectionKit.Tests.Events;

public sealed class ValueDictionaryTests
{
    [Fact]
    public void Add_values_gives_indices_that_name_them()
    {
        var dictionary = new ValueDictionary<int>();

        for (var i = 0; i < 1_000; i++) dictionary.Add(i * 3).ShouldBe(i);

        dictionary.Count.ShouldBe(1_000);
        dictionary[999].ShouldBe(2_997);
        dictionary.Values.ToArray().ShouldBe(Enumerable.Range(0, 1_000).Select(i => i * 3));
    }

    [Fact]
    public void Index_outside_the_dictionary_throws()
    {
        var dictionary = new ValueDictionary<string>();
        dictionary.Add("a");

        Should.Throw<ArgumentOutOfRangeException>(() => dictionary[1]);
        Should.Throw<ArgumentOutOfRangeException>(() => dictionary[-1]);
    }
}
