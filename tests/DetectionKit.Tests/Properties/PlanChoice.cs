using CsCheck;

namespace DetectionKit.Tests.Properties;

/// <summary>What a random plan is made of: the filters, and numbers that pick the key, the window, the aggregates and what follows.</summary>
internal sealed record PlanChoice(int[] Filters, int Key, int Window, int[] Aggregates, bool HasThreshold, bool HasTiers, int Memory, bool IsCountedAgain)
{
    internal static Gen<PlanChoice> Any { get; } = Gen.Select(
        Gen.Int[0, 99].Array[0, 3],
        Gen.Int[0, 99],
        Gen.Int[0, 99],
        Gen.Int[0, 99].Array[3],
        Gen.Select(Gen.Bool, Gen.Bool),
        Gen.Int[0, 99],
        Gen.Int[0, 3],
        (filters, key, window, aggregates, after, memory, again) => new PlanChoice(filters, key, window, aggregates, after.Item1, after.Item2, memory, again == 0));
}
