using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Mutations;

namespace DetectionKit.Detections.Tests;

/// <summary>What holds for every detection of the package.</summary>
public sealed class DetectionCasesTests
{
    public static TheoryData<Type> Detections => [.. typeof(VpsBeaconing).Assembly.GetExportedTypes().Where(type => typeof(Detection).IsAssignableFrom(type))];

    // Stryker.NET asks every mutant of the code; no runtime tells one from the rule that the others do not, and one test a detection is soon asked.
    private static readonly bool s_isStryker = Environment.GetEnvironmentVariable("DETECTIONKIT_RULE_MUTANTS") == "0";

    public static TheoryData<Type, string> Cases => s_isStryker ? [.. Detections.Select(row => new TheoryDataRow<Type, string>(row.Data, "all"))] : [.. Detections.SelectMany(row => Made(row.Data).Cases.Select(one => new TheoryDataRow<Type, string>(row.Data, one.Name)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_is_as_expected_in_every_runtime(Type detection, string name)
    {
        var made = Made(detection);
        if (s_isStryker)
        {
            foreach (var one in made.Cases) CaseRunner.Run(made, one).IsAsExpected.ShouldBeTrue(one.Name);
            return;
        }

        CaseRunner.RunAll(made, made.Cases.Single(one => one.Name == name)).Where(outcome => !outcome.IsAsExpected).Select(outcome => outcome.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Detections))]
    public void Cases_notice_every_mistake_in_the_rule(Type detection)
    {
        // Stryker's mutants of the code are judged by the cases themselves; to mutate the rule once more for each would take minutes.
        Assert.SkipWhen(s_isStryker, "Stryker.NET runs");
        RuleMutations.Of(Made(detection)).KilledByCases().ScoreAtLeast(1);
    }

    private static Detection Made(Type type) => (Detection)Activator.CreateInstance(type)!;
}
