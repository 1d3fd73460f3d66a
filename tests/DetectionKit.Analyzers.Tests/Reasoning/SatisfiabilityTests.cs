using CsCheck;
using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Tests.Reasoning;

/// <summary>The verdict on random conditions is that of trying small integers.</summary>
public sealed class SatisfiabilityTests
{
    private const int Most = 9;
    private static readonly RowNumber s_calls = new("calls", IsWhole: true, Least: 1);
    private static readonly RowNumber s_ports = new("ports", IsWhole: true, Least: 0);

    private static readonly Gen<Condition> s_comparison =
        from number in Gen.OneOf(s_calls, s_ports)
        from comparison in Gen.Enum<NumberComparison>()
        from bound in Gen.Int[-1, Most - 1]
        select (Condition)new NumberCondition(number, comparison, bound, bound);

    private static readonly Gen<Condition> s_condition = Gen.Recursive<Condition>((depth, inner) => depth >= 4
        ? s_comparison
        : Gen.Frequency(
            (3, s_comparison),
            (2, Gen.Select(inner, inner, (a, b) => (Condition)new BothConditions(a, b))),
            (2, Gen.Select(inner, inner, (a, b) => (Condition)new EitherCondition(a, b))),
            (1, inner.Select(a => (Condition)new OppositeCondition(a))),
            (1, Gen.Bool.Select(value => (Condition)new ConstantCondition(value)))));

    [Fact]
    public void CanHold_is_what_enumeration_says() => s_condition.Sample(condition => Satisfiability.CanHold(condition) == ByEnumeration(condition), iter: 20_000);

    [Fact]
    public void Tiers_are_reachable_as_enumeration_says() =>
        Gen.Select(s_condition, s_condition.List[1, 4]).Sample(
            (filter, tiers) =>
            {
                for (var i = 0; i < tiers.Count; i++)
                {
                    var all = tiers.Take(i).Select(t => (Condition)new OppositeCondition(t)).Prepend(filter).Append(tiers[i]).Aggregate((a, b) => new BothConditions(a, b));
                    if (Satisfiability.CanHold(all) != ByEnumeration(all)) return false;
                }

                return true;
            },
            iter: 5_000);

    [Fact]
    public void CanHold_never_denies_what_a_bound_within_its_range_allows() =>
        Gen.Select(s_comparison, Gen.Int[0, 4], s_comparison).Sample(
            (unknown, width, known) =>
            {
                var ranged = (NumberCondition)unknown with { Most = ((NumberCondition)unknown).Least + width };
                var possible = Enumerable.Range(0, width + 1).Any(i => ByEnumeration(new BothConditions(known, ranged with { Least = ranged.Least + i, Most = ranged.Least + i })));
                return !possible || Satisfiability.CanHold(new BothConditions(known, ranged));
            },
            iter: 5_000);

    [Fact]
    public void CanHold_of_reals_finds_what_lies_between()
    {
        var share = new RowNumber("share", IsWhole: false, Least: null);
        var above = new NumberCondition(share, NumberComparison.Greater, 5, 5);
        var below = new NumberCondition(share, NumberComparison.Less, 6, 6);

        Satisfiability.CanHold(new BothConditions(above, below)).ShouldBeTrue();
        Satisfiability.CanHold(new BothConditions(above with { Number = s_calls }, below with { Number = s_calls })).ShouldBeFalse();
    }

    [Fact]
    public void CanHold_takes_a_fact_for_the_same_wherever_it_stands()
    {
        var fact = new FactCondition("row.Host == \"a\"");

        Satisfiability.CanHold(new BothConditions(fact, new OppositeCondition(fact))).ShouldBeFalse();
        Satisfiability.CanHold(new BothConditions(fact, new OppositeCondition(new FactCondition("other")))).ShouldBeTrue();
    }

    private static bool ByEnumeration(Condition condition) =>
        Enumerable.Range(1, Most + 3).Any(calls => Enumerable.Range(0, Most + 3).Any(ports =>
            condition.Of(new Dictionary<string, decimal> { ["calls"] = calls, ["ports"] = ports }, new Dictionary<string, bool>()).True));
}
