using System.Globalization;
using DetectionKit.Engine;

namespace DetectionKit.Tests.Engine.Keys;

public sealed class KeyColumnsTests
{
    // Texts of one length, so that a number of them is an amount of memory: with its code one takes as much as this.
    private const int Length = 1_020, Bytes = 24 + (2 * Length) + 32, FirstSweep = (1 << 18) / Bytes, MostSpared = (1 << 24) / Bytes;

    private readonly TextColumn _column = new();
    private readonly KeyColumns<KeyCell<int, KeyEnd>> _columns;

    public KeyColumnsTests() => _columns = new(["value"], [_column]);

    [Fact]
    public void AreWorthSweeping_once_the_values_take_much_memory()
    {
        AddValuesUpTo(FirstSweep);
        _columns.AreWorthSweeping.ShouldBeFalse();

        AddValuesUpTo(FirstSweep + 1);
        _columns.AreWorthSweeping.ShouldBeTrue();
    }

    // More than the most that are spared: then only a quarter of what is needed.
    [Theory]
    [InlineData(1_000, 4 * 1_000)]
    [InlineData(MostSpared / 3, 4 * (MostSpared / 3))]
    [InlineData(10_000, 10_000 + MostSpared + 1)]
    [InlineData(40_000, 50_000)]
    public void AreWorthSweeping_again_once_there_are_as_many_more_as_are_spared(int needed, int again)
    {
        AddValuesUpTo(needed);
        _columns.Sweep(Keys(needed));

        AddValuesUpTo(again - 1);
        _columns.AreWorthSweeping.ShouldBeFalse();

        AddValuesUpTo(again);
        _columns.AreWorthSweeping.ShouldBeTrue();
    }

    [Fact]
    public void Sweep_remembers_the_half_of_what_was_needed_before()
    {
        AddValuesUpTo(2_000);
        _columns.Sweep(Keys(2_000));
        _columns.Sweep(Keys(10));

        AddValuesUpTo(4 * 1_000 - 1);
        _columns.AreWorthSweeping.ShouldBeFalse();

        AddValuesUpTo(4 * 1_000);
        _columns.AreWorthSweeping.ShouldBeTrue();
    }

    // Those there are already are counted; the codes that were given up go to the new ones.
    private void AddValuesUpTo(int count)
    {
        for (var i = 0; _column.CodedBytes < (long)count * Bytes; i++) _column.CodeOf(i.ToString(CultureInfo.InvariantCulture).PadLeft(Length));
    }

    private static IEnumerable<KeyCell<int, KeyEnd>> Keys(int count) => Enumerable.Range(1, count).Select(code => new KeyCell<int, KeyEnd>(code, default));
}
