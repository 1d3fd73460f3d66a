namespace DetectionKit.Engine;

/// <summary>Gathers the rows that a stage makes and hands them to the next one, or to all that read it.</summary>
internal sealed class RowEmitter<TRow>(Edge<TRow> first)
{
    private readonly List<Edge<TRow>> _next = [first];
    private readonly List<TRow> _values = [];
    private readonly List<long> _times = [];
    private readonly List<RowOrigin> _origins = [];
    private readonly Rows<TRow> _rows = new() { Reader = first.Reader };
    private long _watermark = long.MinValue;

    /// <summary>Hands rows to another stage as well.</summary>
    internal void Add(Edge<TRow> next) => _next.Add(next);

    internal void Emit(TRow value, long time, RowOrigin origin)
    {
        _values.Add(value);
        _times.Add(time);
        _origins.Add(origin);
    }

    /// <summary>Sends what was gathered, then says how far the stage has come.</summary>
    internal void Flush(long watermark)
    {
        if (_values.Count > 0)
        {
            _rows.Batch = new ObjectBatch<TRow>([.. _values]);
            _times.CopyTo(_rows.Times);
            _rows.Origins = [.. _origins];
            _rows.Watermark = _watermark;
            _values.Clear();
            _times.Clear();
            _origins.Clear();
            foreach (var edge in _next) edge.OnRows(_rows);
        }

        _watermark = Math.Max(_watermark, watermark);
        foreach (var edge in _next) edge.OnWatermark(_watermark);
    }
}
