using System.Diagnostics.CodeAnalysis;
using DetectionKit.Queries;
using DetectionKit.Testing.Cases;

namespace DetectionKit.Testing.Generation;

/// <summary>Looks for events on which two versions of a rule differ: two plans, or one under two sets of options.</summary>
/// <param name="detection">The detection.</param>
internal sealed class DifferenceSearch(Detection detection)
{
    private readonly Dictionary<(DetectionPlan Plan, object Options), IReadOnlyList<Probe>> _probes = [];

    /// <summary>The fewest events found on which they differ, with what the old version makes of them; null where none were.</summary>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal DetectionCase? Find((DetectionPlan Plan, object Options) old, (DetectionPlan Plan, object Options) @new)
    {
        foreach (var probe in ProbesOf(old).Concat(ProbesOf(@new)).OrderBy(probe => probe.Events))
        {
            if (CaseRunner.TryRun(detection, old.Plan, probe.Case, old.Options) is not { } before) continue;
            var after = CaseRunner.TryRun(detection, @new.Plan, probe.Case, @new.Options);
            if (after is null || !before.IsLike(after)) return GeneratedCases.Expecting(probe.Case, before).Probing(probe.Asks);
        }

        return null;
    }

    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    private IReadOnlyList<Probe> ProbesOf((DetectionPlan Plan, object Options) version)
    {
        if (!_probes.TryGetValue(version, out var known)) _probes.Add(version, known = PlanProbes.Of(detection, version.Plan, version.Options));
        return known;
    }
}
