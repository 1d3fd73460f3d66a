namespace DetectionKit.Engine;

/// <summary>
/// A stage with state. Rows come in through edges, one edge an input; the watermark of the stage is the least of its inputs'. It says that no row of an
/// earlier time is to come, but for those within the allowed lateness.
/// </summary>
internal abstract class Operator
{
    private readonly List<long> _inputs = [];
    private int _current;

    protected long Watermark { get; private set; } = long.MinValue;

    /// <summary>Groups held now.</summary>
    internal virtual int Groups => 0;

    /// <summary>Bytes held now, estimated.</summary>
    internal virtual long Bytes => 0;

    /// <summary>How late rows may come: the allowed lateness where a source feeds the stage, else zero, as what a stage makes is never late.</summary>
    internal required long Lateness { get; init; }

    /// <summary>The most rows that the stage takes at once; where there is no block, rows are handed over one by one.</summary>
    internal virtual int MaxBlockRows => int.MaxValue / 2;

    /// <summary>A watermark below which nothing that the stage holds now goes on; <c>long.MinValue</c> where the stage can't tell.</summary>
    internal abstract long NextDue { get; }

    /// <summary>A watermark below which nothing goes on because of a row of this time that has yet to come.</summary>
    internal virtual long DueAfter(long time) => long.MinValue;

    internal bool HasSeveralInputs => _inputs.Count > 1;

    internal int AddInput()
    {
        _inputs.Add(long.MinValue);
        return _inputs.Count - 1;
    }

    /// <summary>Says which input the rows that follow come from.</summary>
    internal void Begin(int input) => _current = input;

    /// <summary>Says that at most so many rows are to come before <see cref="TakeBlock"/>.</summary>
    internal virtual void BeginBlock(int rows)
    {
    }

    /// <summary>Takes the rows of a block. When one of them throws, the batch's current row is that one, and the next call goes on behind it.</summary>
    internal virtual void TakeBlock(Rows rows)
    {
    }

    internal void OnWatermark(int input, long watermark)
    {
        if (watermark <= _inputs[input]) return;
        _inputs[input] = watermark;
        var least = long.MaxValue;
        foreach (var known in _inputs) least = Math.Min(least, known);
        if (least <= Watermark) return;
        Watermark = least;
        Advance(Behind(least));
    }

    /// <summary>Everything before <paramref name="frontier"/> is complete.</summary>
    protected abstract void Advance(long frontier);

    /// <summary>Forgets the inputs, before others are connected.</summary>
    internal void Disconnect() => _inputs.Clear();

    /// <summary>The frontier at a row: every row is judged by the watermark at which it came, whatever the batch it came in.</summary>
    protected long FrontierAt(Rows rows) => FrontierAt(rows.WatermarkHere);

    /// <summary>The frontier when the current input has a watermark.</summary>
    protected long FrontierAt(long watermark)
    {
        for (var i = 0; i < _inputs.Count; i++)
        {
            if (i != _current && _inputs[i] < watermark) watermark = _inputs[i];
        }

        return Behind(watermark);
    }

    private long Behind(long watermark) => watermark is long.MinValue or long.MaxValue ? watermark : Math.Max(long.MinValue + 1, watermark - Lateness);
}
