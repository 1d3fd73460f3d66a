namespace DetectionKit.Engine;

/// <summary>Gathers the rows that a stage makes and hands them to the next one, or to all that read it.</summary>
internal sealed class RowEmitter<TRow>(Edge<TRow> first)
{
    private readonly List<(Edge<TRow> Edge, int? Branch)> _next = [(first, null)];
    private readonly List<TRow> _values = [];
    private readonly List<long> _times = [];
    private readonly List<RowOrigin> _origins = [];
    private readonly Rows<TRow> _rows = new() { Reader = first.Reader };
    private long _watermark = long.MinValue;

    /// <summary>Hands rows to another stage as well.</summary>
    /// <param name="next">The way there.</param>
    /// <param name="branch">What tells the rows that come by it from those that come by the others, should they meet again.</param>
    internal void Add(Edge<TRow> next, int branch) => _next.Add((next, branch));

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
            _rows.Watermark = _watermark;
            RowOrigin[] origins = [.. _origins];

            // Before they go on: what throws on the way must not have them sent again.
            _values.Clear();
            _times.Clear();
            _origins.Clear();
            foreach (var (edge, branch) in _next)
            {
                _rows.Origins = branch is { } way ? [.. origins.Select(origin => origin with { Branch = way })] : origins;
                edge.OnRows(_rows);
            }
        }

        _watermark = Math.Max(_watermark, watermark);
        foreach (var (edge, _) in _next) edge.OnWatermark(_watermark);
    }
}
