using CsCheck;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Tests.Randomness;

public sealed class DeterministicRandomTests
{
    // The first outputs of the reference implementation of SplitMix64 for seed 1234567 (prng.di.unimi.it).
    [Fact]
    public void NextUInt64_gives_the_numbers_of_the_reference_implementation()
    {
        var random = new DeterministicRandom(1234567);
        ulong[] drawn = [random.NextUInt64(), random.NextUInt64(), random.NextUInt64()];
        drawn.ShouldBe([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL]);
    }

    [Fact]
    public void Draws_stay_within_their_bounds() => Gen.Select(Gen.ULong, Gen.Int[1, 1_000_000], Gen.Int[0, 1_000]).Sample((seed, limit, span) =>
    {
        var random = new DeterministicRandom(seed);
        return random.Next(limit) is var n && n >= 0 && n < limit
            && random.Between(limit, limit + span) is var b && b >= limit && b <= limit + span
            && random.NextDouble() is >= 0 and < 1
            && random.Exponential(TimeSpan.FromSeconds(1)) >= TimeSpan.Zero;
    });

    [Fact]
    public void Between_reaches_both_of_its_bounds() =>
        Enumerable.Range(0, 200).Select(i => new DeterministicRandom((ulong)i).Between(3, 6)).Distinct().Order().ShouldBe([3, 4, 5, 6]);

    // For an exponential distribution the mean is the standard deviation, and a share of e^-1 exceeds the mean.
    [Fact]
    public void Exponential_has_mean_deviation_and_tail_of_its_distribution()
    {
        var random = new DeterministicRandom(42);
        var drawn = Enumerable.Range(0, 200_000).Select(_ => random.Exponential(TimeSpan.FromSeconds(1)).TotalSeconds).ToArray();
        var mean = drawn.Average();
        mean.ShouldBe(1, 0.02);
        Math.Sqrt(drawn.Average(x => (x - mean) * (x - mean))).ShouldBe(1, 0.03);
        drawn.Count(x => x > 1).ShouldBeInRange((int)(drawn.Length * 0.358), (int)(drawn.Length * 0.378));
    }

    [Fact]
    public void For_gives_streams_of_their_own() =>
        new[] { (1, "a", 0), (2, "a", 0), (1, "b", 0), (1, "a", 1), (-1, "a", 0) }
            .Select(x => DeterministicRandom.For(x.Item1, x.Item2, x.Item3).NextUInt64()).Distinct().Count().ShouldBe(5);
}
