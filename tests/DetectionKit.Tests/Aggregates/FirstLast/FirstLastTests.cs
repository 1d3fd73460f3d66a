namespace DetectionKit.Tests.Aggregates;

public sealed class FirstLastTests
{
    [Fact]
    public void First_and_Last_go_by_event_time_not_by_arrival() =>
        Aggregated.By(Reading.Of(1, 2, 3).Reverse(), w => w.Aggregate(p => new { First = p.First(r => r.Value), Last = p.Last(r => r.Value) })).ShouldBe(new { First = (double?)1, Last = (double?)3 });

    [Fact]
    public void First_of_several_at_one_time_is_the_least_by_content()
    {
        var tied = new double?[] { 3, 1, 2 }.Select(value => new Reading(Reading.Start, "A", value)).ToList();

        Aggregated.By(tied, w => w.Aggregate(p => p.First(r => r.Value))).ShouldBe(1);
        Aggregated.By(Enumerable.Reverse(tied), w => w.Aggregate(p => p.Last(r => r.Value))).ShouldBe(1);
    }

    [Fact]
    public void Last_of_an_event_without_a_value_is_null() => Aggregated.By(Reading.Of(1, null), w => w.Aggregate(p => p.Last(r => r.Value))).ShouldBeNull();
}
