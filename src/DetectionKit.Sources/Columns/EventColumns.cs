namespace DetectionKit.Sources.Columns;

/// <summary>The columns of the types of events that have some.</summary>
internal static class EventColumns
{
    /// <summary>The columns of a type of events; null when its events are objects only.</summary>
    public static IEventColumns<T>? Of<T>(SourceOptions options, EventReads<T> reads) =>
        reads is EventReads<NetworkConnection> connections ? (IEventColumns<T>)(object)new ConnectionColumns(options, connections) : null;
}
