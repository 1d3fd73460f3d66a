namespace DetectionKit.Tests.Aggregates;

public sealed class CountTests
{
    [Fact]
    public void Count_of_a_pane_is_the_number_of_its_events() => Aggregated.By(Reading.Of(1, null, 3), w => w.Aggregate(p => p.Count())).ShouldBe(3);

    [Fact]
    public void Count_of_a_filtered_pane_is_the_number_that_passes() => Aggregated.By(Reading.Of(1, null, 3), w => w.Aggregate(p => p.Where(r => r.Value > 1).Count())).ShouldBe(1);
}
