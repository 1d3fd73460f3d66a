using DetectionKit.CommandLine.Configuration;
using DetectionKit.CommandLine.Reading;

namespace DetectionKit.CommandLine.Running;

/// <summary>Explains a group of a detection over one event type.</summary>
internal sealed class GroupExplanationRunner(
    InputSelection input, DetectionConfiguration configuration, IReadOnlyDictionary<string, object?> key, DateTimeOffset at, CancellationToken cancellationToken) : IDetectionVisitor<object>
{
    /// <inheritdoc/>
    public object Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
        where TOptions : class, new()
    {
        var sources = detection.Plan.Sources.DistinctBy(s => s.RowType).ToList();
        if (sources.Count != 1) throw new CommandException($"{detection.Info.Id} reads {sources.Count} event types; a group is explained of a detection over one.");
        var reader = IEventReader.Of(sources[0].RowType);
        return reader.Explain(sources[0], detection, configuration.Of<TOptions>(detection), input, key, at, cancellationToken);
    }
}
