using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Tests.Columns;

public sealed class CodedValuesTests
{
    [Fact]
    public void TryGet_gives_one_index_for_what_is_written_alike()
    {
        var texts = new CodedTexts();
        var indices = Enumerable.Range(0, 10_000).Select(i => Index(texts, $"text {i % 5_000}")).ToArray();

        indices[..5_000].ShouldBe(indices[5_000..]);
        indices.Distinct().Count().ShouldBe(5_000);
        indices[..5_000].Select(i => texts.Dictionary[i]).ShouldBe(Enumerable.Range(0, 5_000).Select(i => $"text {i}"));
    }

    // The bytes lie in pages of 128 KB.
    [Fact]
    public void TryGet_finds_texts_of_any_length_again()
    {
        var texts = new CodedTexts();
        string[] written = [.. new[] { 1, 131_071, 131_072, 0, 5, 131_073, 7, 300_000, 100_000, 40_000, 8, 31_072, 9 }.Select((length, i) => new string((char)('a' + i), length))];
        (int First, int Again)[] met = [.. written.Select(text => (Index(texts, text), Index(texts, text)))];
        int[] indices = [.. met.Select(index => index.First)];

        met.Select(index => index.Again).ShouldBe(indices);
        written.Select(text => Index(texts, text)).ShouldBe(indices);
        indices.Distinct().Count().ShouldBe(written.Length);
        indices.Select(i => texts.Dictionary[i]).ShouldBe(written);
    }

    [Fact]
    public void TryGet_tells_a_backslash_that_escapes_from_one_that_does_not()
    {
        var texts = new CodedTexts();

        texts.Dictionary[Index(texts, @"a\u0041\\", isEscaped: true)].ShouldBe(@"aA\");
        texts.Dictionary[Index(texts, @"a\u0041\\", isEscaped: false)].ShouldBe(@"a\u0041\\");
    }

    [Fact]
    public void IndexOf_a_string_is_that_of_its_bytes()
    {
        var texts = new CodedTexts();
        var index = Index(texts, "é");

        texts.IndexOf("é").ShouldBe(index);
        texts.IndexOf(new string("é".AsSpan())).ShouldBe(index);
        texts.IndexOf(null).ShouldBe(CodedTexts.None);
        texts.Dictionary[CodedTexts.None].ShouldBeNull();
        texts.IndexOf("").ShouldNotBe(CodedTexts.None);
    }

    [Fact]
    public void Trim_of_too_many_values_lets_them_go()
    {
        var (here, there) = (new CodedTexts(), new CodedTexts());
        WeakReference[] gone = [Fill(here, there), Fill(there, here)];
        GC.Collect();

        gone.ShouldAllBe(values => !values.IsAlive);
    }

    [Fact]
    public void Trim_of_too_many_values_lets_them_go_though_another_thread_has_earlier_ones()
    {
        var (here, there) = (new CodedTexts(), new CodedTexts());
        var other = new CodedTexts(shared: here);
        var index = Index(other, "early");
        WeakReference[] values = [Fill(here, there), Fill(here, there), Fill(here, there)];
        GC.Collect();

        values.Select(dictionary => dictionary.IsAlive).ShouldBe([true, false, false]);
        TextOf(other, index).ShouldBe("early");
        other.Trim();
        GC.Collect();
        values.ShouldAllBe(dictionary => !dictionary.IsAlive);
        other.Version.ShouldBe(here.Version);
        Index(other, "late").ShouldBe(Index(here, "late"));
    }

    [Fact]
    public void Translate_gives_the_indices_that_the_values_have_here()
    {
        var (here, there) = (new CodedTexts(), new CodedTexts());
        var own = Index(here, "b");
        int[] indices = [Index(there, "a"), Index(there, "b"), CodedTexts.None, Index(there, @"\u0062", isEscaped: true)];
        here.Translate(indices, there.Dictionary);

        indices.Select(i => here.Dictionary[i]).ShouldBe(["a", "b", null, "b"]);
        indices[1].ShouldBe(own);
        indices[3].ShouldBe(own);

        // What it says of itself stays, and later values are found as well.
        var before = indices.ToArray();
        here.Translate(indices, here.Dictionary);
        indices.ShouldBe(before);
        int[] later = [.. Enumerable.Range(0, 5_000).Select(i => Index(there, $"later {i}"))];
        here.Translate(later, there.Dictionary);
        later.Select(i => here.Dictionary[i]).ShouldBe(Enumerable.Range(0, 5_000).Select(i => $"later {i}"));
    }

    [Fact]
    public void Translate_after_all_were_forgotten_finds_them_anew()
    {
        var (here, there) = (new CodedTexts(), new CodedTexts());
        int[] first = [.. Enumerable.Range(0, 300).Select(i => Index(there, $"{i}"))], second = [.. first.Reverse()];
        here.Translate(first, there.Dictionary);
        Fill(here);
        here.Trim();
        here.Translate(second, there.Dictionary);
        second.Select(i => here.Dictionary[i]).ShouldBe(Enumerable.Range(0, 300).Reverse().Select(i => $"{i}"));
    }

    [Fact]
    public void Trim_too_many_values_begins_anew()
    {
        var texts = new CodedTexts();
        var first = texts.Dictionary;
        texts.IndexOf("kept").ShouldBe(1);
        texts.Trim();
        texts.Dictionary.ShouldBeSameAs(first);

        Fill(texts);
        texts.Dictionary.ShouldBeSameAs(first);
        texts.Trim();

        texts.Dictionary.ShouldNotBeSameAs(first);
        texts.Dictionary.Count.ShouldBe(1);
        texts.Dictionary[texts.IndexOf("kept")].ShouldBe("kept");
        texts.Dictionary[Index(texts, "another")].ShouldBe("another");
    }

    // Forty thousand texts of two hundred bytes: more than a table of values that do not come again holds, and less than one holds otherwise.
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Trim_goes_on_anew_sooner_where_hardly_any_value_comes_again(int times, bool isKept)
    {
        var texts = new CodedTexts();
        var first = texts.Dictionary;
        for (var i = 0; i < 40_000; i++)
        {
            var text = $"{i}".PadLeft(200);
            for (var time = 0; time < times; time++) Index(texts, text);
            if (i == 10_000) ShouldBeFirst(true);
        }

        ShouldBeFirst(isKept);

        void ShouldBeFirst(bool expected)
        {
            texts.Trim();
            ReferenceEquals(texts.Dictionary, first).ShouldBe(expected);
        }
    }

    [Fact]
    public void TryGet_an_expected_text_gives_the_index_that_it_has_otherwise()
    {
        var (texts, expected) = (new CodedTexts(), new CodedTexts());
        var words = Enumerable.Range(0, 4_096).Select(i => Encoding.UTF8.GetBytes(new string('w', i % 200) + (i % 1_500))).ToArray();
        foreach (var chunk in words.Chunk(ExpectedRecords.Most))
        {
            for (var i = 0; i < chunk.Length; i++) expected.Expect(i, chunk[i]);
            expected.Fetch(chunk.Length);
            for (var i = 0; i < chunk.Length; i++)
            {
                expected.TryGet(chunk[i], isEscaped: false, out var index, i).ShouldBeTrue();
                index.ShouldBe(Index(texts, Encoding.UTF8.GetString(chunk[i])));
            }
        }
    }

    [Fact]
    public void Known_code_is_looked_up_anew_once_all_values_were_forgotten()
    {
        var texts = new CodedTexts();
        var code = new KnownCode();
        Index(texts, "before");
        texts.Dictionary[code.Of("kept", texts)].ShouldBe("kept");
        code.Of("not looked at", texts).ShouldBe(Index(texts, "kept"));

        Fill(texts);
        texts.Trim();
        texts.Dictionary[code.Of("kept", texts)].ShouldBe("kept");
        code.Of("kept", texts).ShouldBe(1);
    }

    [Theory]
    [InlineData("203.0.113.5", false, "203.0.113.5")]
    [InlineData("::ffff:203.0.113.5", false, "203.0.113.5")]
    [InlineData(@"203.0.113\u002e5", true, "203.0.113.5")]
    [InlineData("2001:db8::1", false, "2001:db8::1")]
    [InlineData("203.0.113.256", false, null)]
    public void TryGet_an_address(string text, bool isEscaped, string? address)
    {
        var addresses = new CodedAddresses();

        addresses.TryGet(Encoding.UTF8.GetBytes(text), isEscaped, out var index).ShouldBe(address is not null);
        addresses.Dictionary[index].ShouldBe(address is null ? null : IPAddress.Parse(address));
    }

    [Fact]
    public void Filter_asks_once_a_value_and_passes_what_throws()
    {
        var texts = new CodedTexts();
        var asked = new List<string?>();
        var filter = new CodedFilter<string?>(texts, text =>
        {
            asked.Add(text);
            return text!.Length > 1;
        });
        var (one, two) = (Index(texts, "a"), Index(texts, "ab"));

        bool[] passed = [filter.Passes(one), filter.Passes(two), filter.Passes(one), filter.Passes(two), filter.Passes(CodedTexts.None)];
        passed.ShouldBe([false, true, false, true, true]);
        asked.ShouldBe(["a", "ab", null]);
    }

    [Fact]
    public void Shared_values_have_one_index_wherever_they_are_met()
    {
        var here = new CodedTexts();
        var index = Index(here, "met before");
        var there = new CodedTexts(shared: here);

        Index(there, "met before").ShouldBe(index);
        Index(here, "met there").ShouldBe(Index(there, "met there"));
        there.Dictionary.ShouldBeSameAs(here.Dictionary);

        // Who goes on first does so for all.
        Fill(here);
        here.Trim();
        there.Dictionary.ShouldNotBeSameAs(here.Dictionary);
        there.Trim();
        there.Dictionary.ShouldBeSameAs(here.Dictionary);
        there.Version.ShouldBe(here.Version);
        Index(there, "met anew").ShouldBe(Index(here, "met anew"));
    }

    [Fact]
    public async Task Shared_values_have_one_index_when_threads_meet_them_side_by_side()
    {
        const int Threads = 4, Values = 12_000;
        var shared = new CodedTexts();
        using var together = new Barrier(Threads);
        var met = await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                var own = new CodedTexts(shared: shared);
                var indices = new int[Values];
                together.SignalAndWait(TestContext.Current.CancellationToken);

                // In an order of its own, and each value again once the table has grown.
                for (var i = 0; i < Values; i++)
                {
                    var number = ((i * (thread + 1)) + (thread * 7)) % Values;
                    indices[number] = Index(own, $"value {number}");
                    own.Dictionary[indices[number]].ShouldBe($"value {number}");
                    Index(own, $"value {number / 2}");
                }

                return indices;
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        for (var number = 0; number < Values; number++)
        {
            var index = Index(shared, $"value {number}");
            shared.Dictionary[index].ShouldBe($"value {number}");
            met.Select(indices => indices[number]).ShouldAllBe(i => i == index || i == CodedTexts.None);
        }

        shared.Dictionary.Count.ShouldBe(Values + 1);
    }

    // With more bytes than are kept.
    private static void Fill(CodedTexts texts)
    {
        var large = new string('x', 1 << 20);
        for (var i = 0; i < 40; i++) texts.IndexOf(large + i);
    }

    // In a method of its own: a local of the test's would keep the values.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? TextOf(CodedTexts texts, int index) => texts.Dictionary[index];

    // More than a table holds: gives its values.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Fill(CodedTexts texts, CodedTexts from)
    {
        int[] indices = [Index(from, "met")];
        texts.Translate(indices, from.Dictionary);
        texts.IndexOf("as a string");
        for (var i = 0; i < 17; i++) Index(texts, new string((char)('a' + i), 1 << 20));
        var values = new WeakReference(texts.Dictionary);
        texts.Trim();
        Index(texts, "next");
        return values;
    }

    private static int Index(CodedTexts texts, string text, bool isEscaped = false)
    {
        texts.TryGet(Encoding.UTF8.GetBytes(text), isEscaped, out var index).ShouldBeTrue();
        return index;
    }
}
