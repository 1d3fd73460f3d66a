using System.Globalization;
using DetectionKit.Engine;

namespace DetectionKit.Tests.Engine.Keys;

public sealed class KeyColumnsTests
{
    private const int FirstSweep = 4_096, MostSpared = 1 << 17;

    private readonly TextColumn _column = new();
    private readonly KeyColumns<KeyCell<int, KeyEnd>> _columns;

    public KeyColumnsTests() => _columns = new(["value"], [_column]);

    [Fact]
    public void AreWorthSweeping_once_there_are_many_values()
    {
        AddValuesUpTo(FirstSweep - 1);
        _columns.AreWorthSweeping.ShouldBeFalse();

        AddValuesUpTo(FirstSweep);
        _columns.AreWorthSweeping.ShouldBeTrue();
    }

    // More than the most that are spared: then only as many as are needed.
    [Theory]
    [InlineData(2_000, 4 * 2_000)]
    [InlineData(MostSpared / 3, 4 * (MostSpared / 3))]
    [InlineData(100_000, 100_000 + MostSpared)]
    [InlineData(200_000, 2 * 200_000)]
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
        AddValuesUpTo(8_000);
        _columns.Sweep(Keys(8_000));
        _columns.Sweep(Keys(10));

        AddValuesUpTo(4 * 4_000 - 1);
        _columns.AreWorthSweeping.ShouldBeFalse();

        AddValuesUpTo(4 * 4_000);
        _columns.AreWorthSweeping.ShouldBeTrue();
    }

    // Those there are already are counted; the codes that were given up go to the new ones.
    private void AddValuesUpTo(int count)
    {
        for (var i = 0; _column.CodedValues < count; i++) _column.CodeOf(i.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<KeyCell<int, KeyEnd>> Keys(int count) => Enumerable.Range(1, count).Select(code => new KeyCell<int, KeyEnd>(code, default));
}
