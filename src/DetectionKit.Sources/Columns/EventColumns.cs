namespace DetectionKit.Sources.Columns;

/// <summary>The columns of the types of events that have some.</summary>
internal static class EventColumns
{
    /// <summary>The columns of a type of events; null when its events are objects only.</summary>
    /// <param name="format">The format of all inputs; null where it is told from each one's content.</param>
    /// <param name="options">How to read.</param>
    /// <param name="reads">What is read of the events.</param>
    public static IEventColumns<T>? Of<T>(Formats.IEventFormat? format, SourceOptions options, EventReads<T> reads) =>
        format is IColumnFormat own ? own.ColumnsOf(options, reads) : reads is EventReads<NetworkConnection> connections ? (IEventColumns<T>)(object)new ConnectionColumns(options, connections) : null;
}
