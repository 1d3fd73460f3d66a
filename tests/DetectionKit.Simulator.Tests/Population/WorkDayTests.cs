using CsCheck;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Tests.Population;

public sealed class WorkDayTests
{
    private static readonly WorkDay NineToFive = new(TimeSpan.FromHours(9), TimeSpan.FromHours(17));
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 8, 0, 9)]
    [InlineData(0, 12, 0, 12)]
    [InlineData(0, 17, 1, 9)]
    [InlineData(4, 20, 7, 9)]
    [InlineData(5, 12, 7, 9)]
    public void NextMoment_is_the_time_itself_or_the_next_beginning(int day, int hour, int expectedDay, int expectedHour) =>
        NineToFive.NextMoment(Monday.AddDays(day).AddHours(hour), TimeSpan.Zero).ShouldBe(Monday.AddDays(expectedDay).AddHours(expectedHour));

    [Fact]
    public void NextMoment_follows_the_clock_of_the_site() =>
        NineToFive.NextMoment(Monday.AddHours(10), TimeSpan.FromHours(-5)).ShouldBe(Monday.AddHours(14));

    [Fact]
    public void NextMoment_is_never_earlier_and_always_a_working_one() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[-12, 14]).Sample((minutes, offset) =>
    {
        var time = Monday.AddMinutes(minutes);
        var next = NineToFive.NextMoment(time, TimeSpan.FromHours(offset));
        var local = next.AddHours(offset);
        return next >= time && next - time <= TimeSpan.FromHours(64) && local.TimeOfDay >= NineToFive.Begin && local.TimeOfDay < NineToFive.End
            && local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && NineToFive.Contains(next, TimeSpan.FromHours(offset));
    });
}
