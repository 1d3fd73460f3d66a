using DetectionKit.Testing.Generation;
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
                "filter dropped", "negated", "key dropped", "key part Port added", "window halved", "window doubled", "window shifted", "tumbling to hopping", "tumbling to sliding",
                "filter dropped", "negated", ">= to >", ">= to ==", ">= to <", "bound + 1", "bound - 1", "bound × 2", "bound ÷ 2",
                "tier Low dropped", "negated", ">= to >", ">= to ==", ">= to <", "bound + 1", "bound - 1", "bound × 2", "bound ÷ 2",
            ],
            ignoreOrder: true);
        mutants.Select(m => m.ToString()).ShouldBeUnique();
    }

    [Fact]
    public void Items_of_lists_and_parts_of_keys_are_dropped_one_by_one()
    {
        var mutants = RuleMutations.Of<Detections.VpsBeaconing>().Mutants;

        mutants.Count.ShouldBeGreaterThanOrEqualTo(100);
        mutants.Count(m => m.Operator == "item dropped" && m.Stage == "ExcludedNetworks").ShouldBe(6);
        mutants.Count(m => m.Operator == "item dropped" && m.Stage == "ExcludedImages").ShouldBe(17);
        mutants.Select(m => m.Operator).ShouldContain("key part Host dropped");
        mutants.Select(m => m.Operator).ShouldContain("key part RemotePort added");
        mutants.Select(m => m.Operator).ShouldContain("CountDistinct to Count");
        mutants.Select(m => m.Operator).ShouldContain("Count to CountDistinct");
        mutants.Select(m => m.Operator).ShouldContain("CompareWholeFileName negated");
        mutants.Select(m => m.Operator).ShouldContain("&& to ||");
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

        result.Declared.Count.ShouldBe(3);
        result.Declared.ShouldAllBe(m => m.EquivalentBecause == "for the sake of the test");
        MutationReport.ToJson(result).ShouldContain("\"statusReason\": \"for the sake of the test\"");
        result.Total.ShouldBe(all.Mutants.Count - 3);
    }

    [Fact]
    public void A_rule_that_fails_its_own_case_is_not_judged() =>
        Should.Throw<InvalidOperationException>(() => RuleMutations.Of<FailedCalls>().KilledBy([DetectionCase.Of("one fails", Rules.Calls(1)).Fires()])).Message.ShouldContain("one fails (pushed): 1 alert expected, no alert came");

    [Fact]
    public void A_detection_without_cases_is_refused() => Should.Throw<InvalidOperationException>(() => RuleMutations.Of<Detections.VpsBeaconing>().KilledBy([])).Message.ShouldContain("vps-beaconing has no case");

    [Fact]
    public void Generated_cases_judge_nothing_until_a_person_keeps_them()
    {
        var generated = GeneratedCases.Of<FailedCalls>();
        var mutations = RuleMutations.Of<FailedCalls>();

        Should.Throw<InvalidOperationException>(() => mutations.KilledBy(generated)).Message.ShouldContain("are generated");
        mutations.KilledBy([Rules.Complete[0], .. generated]).Killed.ShouldBe(mutations.KilledBy([Rules.Complete[0]]).Killed);
        mutations.KilledBy([.. generated.Select(one => one.Kept())]).Score.ShouldBe(1);
    }

    [Fact]
    public void A_shadowed_bound_is_proven_equivalent()
    {
        var result = RuleMutations.Of<Shadowed>().KilledByCases();

        // 3 is the least that comes so far: "above 1" and "above 2" are nothing but true.
        result.Proven.Select(m => (m.Operator, m.After)).ShouldContain(("bound + 1", "tier High: b.Calls > 1 + 1"));
        result.Proven.ShouldAllBe(m => m.EquivalentBecause!.StartsWith("proven", StringComparison.Ordinal));
        result.Survivors.ShouldNotContain(m => m.After == "tier High: b.Calls > 1 + 1");
        MutationReport.ToJson(result).ShouldContain("\"statusReason\": \"proven");
        result.Proven.ShouldNotContain(m => m.Operator == "> to ==");
    }

    [Fact]
    public void A_survivor_comes_with_the_events_that_kill_it()
    {
        var mutations = RuleMutations.Of<FailedCalls>();
        var result = mutations.KilledBy([Rules.Complete[0]]);

        result.Survivors.ShouldNotBeEmpty();
        foreach (var survivor in result.Survivors)
        {
            var killer = result.KillerOf(survivor).ShouldNotBeNull(survivor.ToString());
            killer.Probes.ShouldNotBeNull();
            mutations.KilledBy([Rules.Complete[0], killer.Kept()]).Survivors.ShouldNotContain(survivor);
        }

        Should.Throw<RuleMutationException>(() => result.ScoreAtLeast(1)).Message.ShouldContain("This case kills it; keep it if what the rule makes of it is right:\nDetectionCase.Of<Call>(");
    }

    [Fact]
    public void Flagship_cases_kill_every_mutant()
    {
        var result = RuleMutations.Of<Detections.VpsBeaconing>().KilledByCases();

        result.Survivors.Select(s => s.ToString()).ShouldBeEmpty();
        result.Refused.ShouldBeEmpty();
        result.Proven.ShouldBeEmpty();
    }

    public static TheoryData<string> FlagshipCases => [.. new Detections.VpsBeaconing().Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(FlagshipCases))]
    public void A_flagship_case_is_redundant_or_lets_a_mutant_live_that_generated_events_kill(string left)
    {
        var detection = new Detections.VpsBeaconing();
        var mutations = RuleMutations.Of(detection);
        var rest = detection.Cases.Where(one => one.Name != left).ToList();

        var result = mutations.KilledBy(rest);

        if (s_redundant.Value.Contains(left))
        {
            result.Survivors.ShouldBeEmpty();
            return;
        }

        result.Survivors.ShouldNotBeEmpty();
        foreach (var survivor in result.Survivors)
        {
            var killer = result.KillerOf(survivor).ShouldNotBeNull(survivor.ToString());
            mutations.KilledBy([.. rest, killer.Kept()]).Survivors.ShouldNotContain(survivor);
        }
    }

    private static readonly Lazy<HashSet<string>> s_redundant = new(() => [.. RuleMutations.Of<Detections.VpsBeaconing>().RedundantCases().Select(one => one.Name)]);

    private sealed class Shadowed : Detection<Call, string, CallOptions>
    {
        public override IReadOnlyList<DetectionCase> Cases => [DetectionCase.Of("three fail", Rules.Calls(3)).Fires(Risk.High), DetectionCase.Of("two fail", Rules.Calls(2)).StaysSilent()];

        public override DetectionQuery<string> Define(Events<Call> events, CallOptions o) => events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .Where(b => b.Calls >= 3)
            .Tier(Risk.High, b => b.Calls > 1)
            .Otherwise(Risk.Low)
            .Select((b, risk) => b.Key);
    }
}
