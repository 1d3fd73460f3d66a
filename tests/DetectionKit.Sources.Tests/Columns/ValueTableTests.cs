using System.Text;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Tests.Columns;

public sealed class ValueTableTests
{
    [Fact]
    public async Task Fetch_and_TryFind_while_another_thread_adds_values_find_those_that_are_there()
    {
        // It is while a table grows that its reader may see two of them: from 1,024 places to 8,192, some hundred times.
        var texts = Enumerable.Range(0, 4_000).Select(i => Encoding.UTF8.GetBytes($"text {i}")).ToArray();
        var hashes = texts.Select(text => SeededHash.Of64(text)).ToArray();
        for (var round = 0; round < 150; round++)
        {
            var table = new ValueTable<string>(version: 1);
            var adding = Task.Run(
                () =>
                {
                    for (var i = 0; i < texts.Length; i++) table.Add(texts[i], texts[i].Length, hashes[i], Encoding.UTF8.GetString(texts[i]));
                },
                TestContext.Current.CancellationToken);
            for (var i = 0; !adding.IsCompleted; i = (i + 7) % texts.Length)
            {
                // The last place of all is beyond those of before.
                for (var times = 0; times < 64; times++)
                {
                    table.FetchPlace(ulong.MaxValue);
                    table.FetchBytes(ulong.MaxValue);
                }

                if (table.TryFind(texts[i], texts[i].Length, hashes[i], out var index)) table.Dictionary[index].ShouldBe($"text {i}");
            }

            await adding;
            table.Dictionary.Values[1..].ToArray().ShouldBe(texts.Select(Encoding.UTF8.GetString));
        }
    }
}
