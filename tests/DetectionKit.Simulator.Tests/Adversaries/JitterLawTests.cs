using CsCheck;
using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Tests.Adversaries;

public sealed class JitterLawTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Draw_stays_within_the_law_for_any_share() => Gen.Select(Gen.Double[0, 0.99], Gen.ULong).Sample((share, seed) =>
    {
        var random = new DeterministicRandom(seed);
        var tick = TimeSpan.FromTicks(1);
        JitterLaw.None.Draw(Minute, random).ShouldBe(Minute);
        JitterLaw.Uniform(share).Draw(Minute, random).ShouldBeInRange(Minute * (1 - share) - tick, Minute * (1 + share));
        JitterLaw.Shortening(share).Draw(Minute, random).ShouldBeInRange(Minute * (1 - share) - tick, Minute);
        JitterLaw.Added(Minute * share).Draw(Minute, random).ShouldBeInRange(Minute, Minute * (1 + share));
        JitterLaw.Gaussian(share).Draw(Minute, random).ShouldBeGreaterThanOrEqualTo(Minute * 0.1 - tick);
    });

    [Fact]
    public void Gaussian_has_its_mean_and_deviation()
    {
        var random = new DeterministicRandom(5);
        var law = JitterLaw.Gaussian(0.2);
        var drawn = Enumerable.Range(0, 20_000).Select(_ => law.Draw(Minute, random).TotalSeconds).ToArray();
        drawn.Average().ShouldBe(60, 0.3);
        Math.Sqrt(drawn.Average(s => (s - 60) * (s - 60))).ShouldBe(12, 0.3);
        // About two thirds within one deviation: an even spread would have 58 %.
        (drawn.Count(s => s is > 48 and < 72) / 20_000.0).ShouldBe(0.683, 0.02);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_share_out_of_range_is_refused(double share)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => JitterLaw.Uniform(share)).Message.ShouldContain("from 0 to less than 1");
        Should.Throw<ArgumentOutOfRangeException>(() => JitterLaw.Gaussian(share));
        Should.Throw<ArgumentOutOfRangeException>(() => JitterLaw.Shortening(share));
    }
}
