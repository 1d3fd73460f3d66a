namespace DetectionKit.Sources.Columns;

/// <summary>A connection's values, each looked up only when it is asked for.</summary>
internal interface IConnectionValues
{
    /// <summary>The process, as text.</summary>
    string? Process { get; }

    /// <summary>The index of a value among those of its column.</summary>
    int CodeOf(ConnectionColumn column);
}
