using System.Diagnostics.CodeAnalysis;

namespace DetectionKit;

/// <summary>Tells sources what a detection reads.</summary>
public static class DetectionReads
{
    /// <summary>What a detection reads of the events of a type.</summary>
    /// <typeparam name="T">The event type.</typeparam>
    /// <param name="detection">The detection.</param>
    /// <param name="options">The options that it runs under; null for the defaults.</param>
    /// <exception cref="ArgumentException">The detection reads no such events, or the options are another detection's.</exception>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static EventReads<T> ReadsOf<T>(this Detection detection, object? options = null)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return detection.Accept(new Visitor<T>(options));
    }

    private sealed class Visitor<T>(object? options) : IDetectionVisitor<EventReads<T>>
    {
        public EventReads<T> Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
            where TOptions : class, new()
        {
            var explained = detection.Explain(OptionsInForce.Of(detection, options)).Sources.FirstOrDefault(source => source.EventType == typeof(T))
                ?? throw new ArgumentException($"{detection.Info.Id} reads no {typeof(T).Name} events.", nameof(options));
            var source = detection.Plan.Sources.FirstOrDefault(source => source.RowType == typeof(T));
            var filters = source is null ? [] : LeadingFilters.Of(detection.Plan, source, OptionsInForce.Of(detection, options));
            return new(explained.NeedsWholeEvents ? null : [.. explained.Members.Select(member => member.Name)], filters) { TimeMembers = source is null ? null : [.. source.Time.Reads] };
        }
    }
}
