using DetectionKit.Tuning.Scoring;

namespace DetectionKit.Tuning.Tests.Scoring;

public sealed class ConfusionTests
{
    [Fact]
    public void Rates_are_what_their_definitions_say()
    {
        var counts = new Confusion(6, 2, 3, 40);

        counts.Precision.ShouldBe(0.75);
        counts.Recall.ShouldBe(2 / 3.0);
        counts.F1.ShouldBe(2 * 0.75 * (2 / 3.0) / (0.75 + (2 / 3.0)), 1e-12);
        default(Confusion).Precision.ShouldBe(double.NaN);
        (counts + counts).ShouldBe(new(12, 4, 6, 80));
    }
}
