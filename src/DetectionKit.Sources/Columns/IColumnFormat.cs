namespace DetectionKit.Sources.Columns;

/// <summary>A format that knows of columns for events of a type of its own.</summary>
internal interface IColumnFormat
{
    /// <summary>The columns; null when events are objects only.</summary>
    /// <param name="options">How to read.</param>
    /// <param name="reads">What is read of the events.</param>
    IEventColumns<T>? ColumnsOf<T>(SourceOptions options, EventReads<T> reads);
}
