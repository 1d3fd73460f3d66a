using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Finds the source that events of a type come in by.</summary>
internal static class EventSource
{
    /// <summary>The source of the type, or of a class that it derives from.</summary>
    /// <exception cref="ArgumentException">The detection reads no such events.</exception>
    internal static SourceNode Of<T>(Detection detection)
    {
        var sources = detection.Plan.Sources.ToList();
        return sources.Find(source => source.RowType == typeof(T))
            ?? sources.Find(source => !typeof(T).IsValueType && source.RowType.IsAssignableFrom(typeof(T)))
            ?? throw new ArgumentException($"{detection.Info.Id} reads no {TypeText.Of(typeof(T))}; it reads {string.Join(", ", sources.Select(source => TypeText.Of(source.RowType)))}.");
    }
}
