using System.Diagnostics.CodeAnalysis;
using DetectionKit.Queries;
using DetectionKit.Testing.Generation;

namespace DetectionKit.Testing.Mutations;

/// <summary>Looks for the case that would kill a mutant: under the default options, then under those near to them.</summary>
internal sealed class KillerSearch(Detection detection)
{
    private readonly DifferenceSearch _search = new(detection);
    // A run of a detection over detections is a run of all of them: there the defaults must do.
    private readonly Lazy<IReadOnlyList<object>> _options = new(() => [.. OptionVariants.Valid(detection).Take(detection.Plan.Stages.Any(stage => stage is AlertsNode) ? 1 : int.MaxValue)]);

    /// <summary>The options under which it looks: the defaults, and those near to them that are valid.</summary>
    internal IReadOnlyList<object> Options => _options.Value;

    /// <summary>The case, with what the rule makes of its events; null where none was found.</summary>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal DetectionCase? For(RuleMutant mutant)
    {
        foreach (var (i, options) in Options.Index())
        {
            var changed = mutant.Options is null ? options : mutant.Options(options);
            if (changed is null || (i > 0 && mutant.Options is not null)) continue;
            if (_search.Find((detection.Plan, options), (mutant.Plan, changed)) is { } found) return i == 0 ? found : found.With(options);
        }

        return null;
    }
}
