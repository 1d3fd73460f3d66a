using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using DetectionKit.Testing.Cases;

namespace DetectionKit.Testing.Mutations;

/// <summary>The mutants of a rule: copies with one thing changed. Tests that can't tell them from the rule would not notice such a mistake either.</summary>
public sealed class RuleMutations
{
    private readonly Detection _detection;
    private readonly object _defaults;

    private RuleMutations(Detection detection, IReadOnlyList<RuleMutant> mutants)
    {
        _detection = detection;
        _defaults = Activator.CreateInstance(detection.OptionsType)!;
        Mutants = mutants;
    }

    /// <summary>All mutants; those whose plan reads the same are one.</summary>
    public IReadOnlyList<RuleMutant> Mutants { get; }

    /// <summary>The mutants of a detection.</summary>
    public static RuleMutations Of<TDetection>()
        where TDetection : Detection, new() => Of(new TDetection());

    /// <summary>The mutants of a detection.</summary>
    /// <param name="detection">The detection.</param>
    public static RuleMutations Of(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return new(detection, PlanMutator.Of(detection));
    }

    /// <summary>Declares mutants that are the rule in other words, which no events can tell from it.</summary>
    /// <param name="isEquivalent">Which.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public RuleMutations Except(Func<RuleMutant, bool> isEquivalent, string reason)
    {
        ArgumentNullException.ThrowIfNull(isEquivalent);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(_detection, [.. Mutants.Select(mutant => isEquivalent(mutant) ? mutant with { EquivalentBecause = reason } : mutant)]);
    }

    /// <summary>Runs the cases of the detection over every mutant: one whose alerts differ in number or tier in any case is killed.</summary>
    /// <returns>What became of them.</returns>
    /// <exception cref="InvalidOperationException">The detection has no case, or the rule itself does not do what a case expects.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public MutationResult KilledByCases() => KilledBy(_detection.Cases);

    /// <summary>Runs cases over every mutant.</summary>
    /// <param name="cases">The cases.</param>
    /// <returns>What became of them.</returns>
    /// <exception cref="InvalidOperationException">There is no case, or the rule itself does not do what a case expects.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public MutationResult KilledBy(IReadOnlyList<DetectionCase> cases)
    {
        var kept = Kept(cases);
        var clock = Stopwatch.StartNew();
        var wrong = Each(kept, one => CaseRunner.Run(_detection, _detection.Plan, one, one.Options ?? _defaults)).FirstOrDefault(outcome => !outcome.IsAsExpected);
        if (wrong is not null) throw new InvalidOperationException($"The rule itself does not do what its case expects, so that its mutants can't be judged. {wrong}");

        var search = new KillerSearch(_detection);

        // Few cases kill most mutants: asked first, they spare the others. What survives does not depend on the order.
        var kills = new int[kept.Count];
        var mutants = Mutants.Where(mutant => mutant.EquivalentBecause is null).ToList();
        var verdicts = Each(mutants, mutant => Judge(mutant, kept, kills, search));
        List<RuleMutant> Those(params ReadOnlySpan<MutantVerdict> wanted)
        {
            var those = new List<RuleMutant>();
            for (var i = 0; i < mutants.Count; i++)
            {
                if (wanted.Contains(verdicts[i])) those.Add(mutants[i]);
            }

            return those;
        }

        var judged = Those(MutantVerdict.Killed, MutantVerdict.Survived);
        return new(_detection.Info.Id, judged.Count, Those(MutantVerdict.Survived), clock.Elapsed)
        {
            Mutants = judged,
            Declared = [.. Mutants.Where(mutant => mutant.EquivalentBecause is not null)],
            Proven = [.. Those(MutantVerdict.Proven).Select(mutant => mutant with { EquivalentBecause = "proven: no events tell it from the rule, under the default options, those near to them, and those of the cases" })],
            Refused = Those(MutantVerdict.Refused),
            Rule = PlanMutator.LinesOf(_detection),
            FindKiller = search.For,
        };
    }

    /// <summary>The cases that kill no mutant which no other case kills: each may be left out without a mistake going unnoticed, though not all of them at once.</summary>
    /// <returns>The cases, in their order.</returns>
    /// <exception cref="InvalidOperationException">The detection has no case.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public IReadOnlyList<DetectionCase> RedundantCases() => RedundantCases(_detection.Cases);

    /// <summary>The cases that kill no mutant which no other case kills.</summary>
    /// <param name="cases">The cases.</param>
    /// <returns>Those of them, in their order.</returns>
    /// <exception cref="InvalidOperationException">There is no case.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public IReadOnlyList<DetectionCase> RedundantCases(IReadOnlyList<DetectionCase> cases)
    {
        var kept = Kept(cases);

        // Two killers are enough to know that neither is needed for a mutant.
        var needed = Each([.. Mutants.Where(mutant => mutant.EquivalentBecause is null)], mutant => kept.Where(one => IsKilledBy(mutant, one) == true).Take(2).ToList())
            .Where(killers => killers.Count == 1)
            .Select(killers => killers[0])
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. kept.Where(one => !needed.Contains(one))];
    }

    // On all cores, each with its answer in its place. A query of PLINQ over values is compiled for each kind of value, which takes as long as ten mutants.
    private static TResult[] Each<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> ask)
    {
        var answers = new TResult[items.Count];
        try
        {
            Parallel.For(0, items.Count, i => answers[i] = ask(items[i]));
        }
        catch (AggregateException e) when (e.InnerException is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return answers;
    }

    private IReadOnlyList<DetectionCase> Kept(IReadOnlyList<DetectionCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count == 0) throw new InvalidOperationException($"{_detection.Info.Id} has no case: override Cases, or give some.");
        var kept = cases.Where(one => one.Probes is null).ToList();
        return kept.Count > 0 ? kept : throw new InvalidOperationException($"All cases of {_detection.Info.Id} are generated: their answers are the rule's own, so that they judge nothing. Keep those that are right in Cases.");
    }

    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    private MutantVerdict Judge(RuleMutant mutant, IReadOnlyList<DetectionCase> cases, int[] kills, KillerSearch search)
    {
        var ran = false;
        foreach (var i in Enumerable.Range(0, cases.Count).OrderByDescending(i => Volatile.Read(ref kills[i])))
        {
            var killed = IsKilledBy(mutant, cases[i]);
            ran |= killed is not null;
            if (killed != true) continue;
            Interlocked.Increment(ref kills[i]);
            return MutantVerdict.Killed;
        }

        if (!ran) return MutantVerdict.Refused;
        var options = cases.Select(one => one.Options).OfType<object>().Concat(search.Options);
        return mutant.Options is null && options.All(set => EquivalenceProof.Holds(_detection.Plan, mutant.Plan, set)) ? MutantVerdict.Proven : MutantVerdict.Survived;
    }

    // Null where the mutant can't be run on the case: the engine refuses it, or the options are not valid.
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    private bool? IsKilledBy(RuleMutant mutant, DetectionCase one)
    {
        var options = mutant.Options is null ? one.Options ?? _defaults : mutant.Options(one.Options ?? _defaults);

        // A list that the case has set otherwise has no such item.
        if (options is null) return false;
        return CaseRunner.TryRun(_detection, mutant.Plan, one, options) is { } outcome ? !outcome.IsAsExpected : null;
    }
}
