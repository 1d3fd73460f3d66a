using DetectionKit.Testing.Mutations;

namespace DetectionKit.Testing.Tests.Mutations;

public sealed class RuleMutationsTests
{
    [Fact]
    public void Mutants_change_every_kind_of_thing_once()
    {
        var mutants = RuleMutations.Of<FailedCalls>().Mutants;

        mutants.Select(m => m.Operator).ShouldBe(
            [
                "filter dropped", "negated", "key dropped", "window halved", "window doubled", "tumbling to hopping",
                "filter dropped", "negated", ">= to >", ">= to ==", ">= to <", "bound + 1", "bound - 1", "bound × 2", "bound ÷ 2",
                "negated", ">= to >", ">= to ==", ">= to <", "bound + 1", "bound - 1", "bound × 2", "bound ÷ 2",
            ],
            ignoreOrder: true);
        mutants.Select(m => m.ToString()).ShouldBeUnique();
    }

    [Fact]
    public void Items_of_lists_and_parts_of_keys_are_dropped_one_by_one()
    {
        var mutants = RuleMutations.Of<Detections.VpsBeaconing>().Mutants;

        mutants.Count.ShouldBeGreaterThanOrEqualTo(80);
        mutants.Count(m => m.Operator == "item dropped" && m.Stage == "ExcludedNetworks").ShouldBe(6);
        mutants.Count(m => m.Operator == "item dropped" && m.Stage == "ExcludedImages").ShouldBe(17);
        mutants.Select(m => m.Operator).ShouldContain("key part Host dropped");
        mutants.Select(m => m.Operator).ShouldContain("CountDistinct to Count");
        mutants.Select(m => m.Operator).ShouldContain("tiers Critical and High changed over");
        mutants.Select(m => m.Operator).ShouldContain("tier Medium dropped");
    }

    [Fact]
    public void KilledBy_complete_cases_leaves_none()
    {
        var result = RuleMutations.Of<FailedCalls>().KilledBy(Rules.Complete);

        result.Survivors.Select(s => s.ToString()).ShouldBeEmpty();
        result.Score.ShouldBe(1);
        result.ScoreAtLeast(1).ShouldBe(result);
    }

    [Theory]
    [InlineData("five fail", ">= to >", "tier")]
    [InlineData("three succeed", "filter dropped", "where")]
    [InlineData("two of each of two hosts fail", "key dropped", "aggregate")]
    [InlineData("four fail", "bound - 1", "tier")]
    public void A_case_that_is_left_out_lets_the_mutant_live_that_it_alone_kills(string left, string mutation, string stage)
    {
        var result = RuleMutations.Of<FailedCalls>().KilledBy([.. Rules.Complete.Where(c => c.Name != left)]);

        result.Survivors.Select(s => (s.Operator, s.Stage)).ShouldContain((mutation, stage));
        Should.Throw<RuleMutationException>(() => result.ScoreAtLeast(1)).Message.ShouldContain($"{mutation} in {stage}\n- ");
    }

    [Fact]
    public void A_case_is_redundant_when_no_mutant_lives_without_it()
    {
        var mutations = RuleMutations.Of<FailedCalls>();

        var redundant = mutations.RedundantCases(Rules.Complete);

        redundant.ShouldNotBeEmpty();
        redundant.Count.ShouldBeLessThan(Rules.Complete.Count);
        foreach (var one in Rules.Complete)
            (mutations.KilledBy([.. Rules.Complete.Where(other => other != one)]).Survivors.Count == 0).ShouldBe(redundant.Contains(one), one.Name);
    }

    [Fact]
    public void Declared_equivalents_are_in_no_figure()
    {
        var all = RuleMutations.Of<FailedCalls>();
        var result = all.Except(m => m.Operator == "negated", "for the sake of the test").KilledBy(Rules.Complete);

        result.Equivalent.Count.ShouldBe(3);
        result.Equivalent.ShouldAllBe(m => m.EquivalentBecause == "for the sake of the test");
        MutationReport.ToJson(result).ShouldContain("\"statusReason\": \"for the sake of the test\"");
        result.Total.ShouldBe(all.Mutants.Count - 3);
    }

    [Fact]
    public void A_rule_that_fails_its_own_case_is_not_judged() =>
        Should.Throw<InvalidOperationException>(() => RuleMutations.Of<FailedCalls>().KilledBy([DetectionCase.Of("one fails", Rules.Calls(1)).Fires()])).Message.ShouldContain("one fails (pushed): 1 alert expected, no alert came");

    [Fact]
    public void A_detection_without_cases_is_refused() => Should.Throw<InvalidOperationException>(() => RuleMutations.Of<Detections.VpsBeaconing>().KilledBy([])).Message.ShouldContain("vps-beaconing has no case");

    [Fact]
    public void Flagship_cases_kill_every_mutant()
    {
        var result = RuleMutations.Of<Detections.VpsBeaconing>().KilledByCases();

        result.Survivors.Select(s => s.ToString()).ShouldBeEmpty();
    }
}
