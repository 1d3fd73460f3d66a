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

    [Fact]
    public async Task Values_while_another_thread_adds_some_are_those_that_there_are()
    {
        const int Most = 20_000;
        for (var round = 0; round < 150; round++)
        {
            var dictionary = new ValueDictionary<int>();
            var adding = Task.Run(
                () =>
                {
                    for (var i = 0; i < Most; i++) dictionary.Add(i);
                },
                TestContext.Current.CancellationToken);
            while (!adding.IsCompleted)
            {
                var values = dictionary.Values;
                if (!values.IsEmpty) values[^1].ShouldBe(values.Length - 1);
            }

            await adding;
            dictionary.Values.ToArray().ShouldBe(Enumerable.Range(0, Most));
        }
    }
}
