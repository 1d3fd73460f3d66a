using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Columns;

/// <summary>The columns of the types of events that have some.</summary>
internal static class EventColumns
{
    /// <summary>The columns of a type of events; null when its events are objects only.</summary>
    /// <param name="formats">The formats of the inputs. One that has columns of its own has them where no other input is of another.</param>
    /// <param name="options">How to read.</param>
    /// <param name="reads">What is read of the events.</param>
    public static IEventColumns<T>? Of<T>(IReadOnlyList<IEventFormat> formats, SourceOptions options, EventReads<T> reads) =>
        formats is [IColumnFormat own] ? own.ColumnsOf(options, reads) : Usual(options, reads);

    /// <summary>The columns that a type of events has, whatever its source.</summary>
    public static IEventColumns<T>? Usual<T>(SourceOptions options, EventReads<T> reads) =>
        reads is EventReads<NetworkConnection> connections ? (IEventColumns<T>)(object)new ConnectionColumns(options, connections) : null;
}
