using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using DetectionKit.Testing.Cases;

namespace DetectionKit.Testing.Mutations;

/// <summary>The mutants of a rule: copies with one thing changed. Tests that can't tell them from the rule would not notice such a mistake either.</summary>
public sealed class RuleMutations
{
    private readonly Detection _detection;
    private RuleMutations(Detection detection, IReadOnlyList<RuleMutant> mutants)
    {
        _detection = detection;
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
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count == 0) throw new InvalidOperationException($"{_detection.Info.Id} has no case: override Cases, or give some.");
        var clock = Stopwatch.StartNew();
        foreach (var one in cases)
        {
            var outcome = CaseRunner.Run(_detection, _detection.Plan, one, null);
            if (!outcome.IsAsExpected) throw new InvalidOperationException($"The rule itself does not do what its case expects, so that its mutants can't be judged. {outcome}");
        }

        var equivalent = Mutants.Where(mutant => mutant.EquivalentBecause is not null).ToList();
        var judged = Mutants.Where(mutant => mutant.EquivalentBecause is null).ToList();
        var survivors = judged.AsParallel().AsOrdered().Where(mutant => cases.All(one => Survives(mutant, one))).ToList();
        return new(_detection.Info.Id, judged.Count, survivors, equivalent, clock.Elapsed) { Mutants = judged, Rule = PlanMutator.LinesOf(_detection) };
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
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count == 0) throw new InvalidOperationException($"{_detection.Info.Id} has no case: override Cases, or give some.");

        // Two killers are enough to know that neither is needed for a mutant.
        var needed = Mutants.Where(mutant => mutant.EquivalentBecause is null).AsParallel()
            .Select(mutant => cases.Where(one => !Survives(mutant, one)).Take(2).ToList())
            .Where(killers => killers.Count == 1)
            .Select(killers => killers[0])
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. cases.Where(one => !needed.Contains(one))];
    }

    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    private bool Survives(RuleMutant mutant, DetectionCase one)
    {
        var options = mutant.Options?.Invoke(one.Options ?? Activator.CreateInstance(_detection.OptionsType)!);
        // A list that the case has set otherwise has no such item.
        if (mutant.Options is not null && options is null) return true;
        try
        {
            return CaseRunner.Run(_detection, mutant.Plan, one, options).IsAsExpected;
        }
        catch (Exception e) when (e is ArgumentException or DetectionOptionsException or NotSupportedException or InvalidOperationException)
        {
            // A rule that can't run is told from one that can.
            return false;
        }
    }
}
