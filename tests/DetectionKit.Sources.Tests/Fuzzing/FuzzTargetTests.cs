using CsCheck;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>What a fuzzer begins with, and what is near it: for more, see CONTRIBUTING.md.</summary>
public sealed class FuzzTargetTests
{
    public static TheoryData<string> Names() => [.. FuzzTargets.All.Keys];

    [Fact]
    public void All_are_found_by_their_names() => FuzzTargets.All.Keys.ShouldBe(["contract", "entra", "falcon", "mapping", "ocsf", "own", "scanner", "sysmon", "threads", "zeek"]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_seeds_and_what_is_near_them_holds(string name)
    {
        var target = FuzzTargets.All[name];
        foreach (var seed in target.Seeds) target.Run(seed);
        Gen.Select(Gen.OneOf(target.Seeds.ToArray()), Gen.Select(Gen.Int[0, 4000], Gen.OneOf(Gen.Byte, Gen.OneOf("\"\\,:{}[] \n\r\tu0-e"u8.ToArray()))).Array[0, 4]).Sample(
            (seed, changes) =>
            {
                var input = seed.ToArray();
                foreach (var (place, value) in changes) input[place % input.Length] = value;
                target.Run(input);
            },
            iter: 500);
    }
}
