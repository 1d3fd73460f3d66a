namespace DetectionKit.Tests.Aggregates;

public sealed class AverageTests
{
    [Fact]
    public void Average_null_counts_as_nothing() => Aggregated.By(Reading.Of(1, null, 2), w => w.Aggregate(p => p.Average(r => r.Value))).ShouldBe(1.5);

    [Fact]
    public void Average_of_nothing_is_NaN_and_satisfies_no_comparison()
    {
        double.IsNaN(Aggregated.By(Reading.Of(null, null), w => w.Aggregate(p => p.Average(r => r.Value)))).ShouldBeTrue();
        Reading.Of(null, null).Detect(Detection.Define<Reading, double>("average", events => events
            .Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(p => p.Average(r => r.Value)).Where(average => average >= 0 || average < 0))).ShouldBeEmpty();
    }
}
