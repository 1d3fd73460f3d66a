using System.Diagnostics.CodeAnalysis;
using DetectionKit.Queries;
using DetectionKit.Testing.Cases;

namespace DetectionKit.Testing.Generation;

/// <summary>The questions to all stages of a plan.</summary>
internal static class PlanProbes
{
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal static IReadOnlyList<Probe> Of(Detection detection, DetectionPlan plan, object options)
    {
        if (plan.Stages.Any(stage => stage is MatchNode or FirstSeenNode or AlertsNode)) return new NearMisses(detection, plan, options).All();
        var paths = PlanPath.Of(plan, options).Select(path => new PathProbes(path, options, one => CaseRunner.TryRun(detection, plan, one, options)?.Alerts > 0, detection.Cases)).ToList();
        var probes = paths.SelectMany(path => path.All()).ToList();
        var firing = paths.FindAll(path => path.Firing is not null);
        foreach (var (first, second) in firing.Zip(firing.Skip(1)))
        {
            var (left, right) = (first.Firing!, second.Firing!);
            probes.Add(Both("both sources, half of each", Half(left), Half(right)));
            probes.Add(Both("both sources", left, right));

            Probe Both(string name, IReadOnlyList<Dictionary<string, object?>> some, IReadOnlyList<Dictionary<string, object?>> others)
            {
                var events = first.Timed(some, first.Spread(some.Count)).Concat(second.Timed(others, second.Spread(others.Count, 0.001))).ToList();
                return new("merge", CaseEvents.ToCase(name, events), events.Count);
            }
        }

        return probes;
    }

    private static List<Dictionary<string, object?>> Half(IReadOnlyList<Dictionary<string, object?>> rows) => [.. rows.Take((rows.Count + 1) / 2)];
}
