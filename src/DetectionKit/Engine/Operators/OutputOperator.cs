namespace DetectionKit.Engine;

/// <summary>Makes alerts of the rows that reach the end of a plan, and gives them out by window end, then key.</summary>
internal sealed class OutputOperator<TAlert>(DetectionInfo detection, Func<string> optionsHash, RunReport report, List<(Alert<TAlert> Alert, long Due)> output) : Operator, IEarlyOutput<TAlert>
{
    private readonly TimeOrdered<Waiting> _waiting = new();
    private readonly AlertId _id = new(detection);

    /// <summary>How far the stage is behind the watermark of the run: a row leaves when that is further than this past the row's time.</summary>
    internal required long Delay { get; init; }

    internal override long NextDue => _waiting.Count == 0 ? long.MaxValue : long.MinValue;

    internal override long Bytes => _waiting.Count * 256L;

    /// <summary>Adds one row. Called by compiled loops.</summary>
    public void Accept(Rows rows, TAlert value, AlertTier? tier)
    {
        var time = rows.Times[rows.Row];
        if (time < FrontierAt(rows))
        {
            report.AddLate(new(rows.Event, EventTime.Instant(time), EventTime.Instant(rows.WatermarkHere), rows.Position));
            return;
        }

        _waiting.Add(new(value, RowOrigins.Of(rows, tier)), time);
    }

    public void Send(TAlert value, RowOrigin origin)
    {
        output.Add((Make(value, origin, _id.OfPane(origin)), long.MinValue));
        report.AddAlerts(1);
    }

    protected override void Advance(long frontier)
    {
        while (_waiting.TryTake(frontier, out var time, out var rows))
        {
            if (rows.Count > 1) rows.Sort((x, y) => RowOrigins.Compare(x.Origin, y.Origin));
            var (occurrence, due) = (0, EventTime.After(time, Delay + 1));
            for (var i = 0; i < rows.Count; i++)
            {
                var (value, origin) = rows[i];
                if (origin.Key is null)
                {
                    occurrence = i > 0 && SameEvent(rows[i - 1].Origin, origin) ? occurrence + 1 : 0;
                    output.Add((Make(value, origin, _id.OfEvent(origin, occurrence)), due));
                }
                else
                {
                    output.Add((Make(value, origin, _id.OfPane(origin)), due));
                }
            }

            report.AddAlerts(rows.Count);
        }
    }

    private static bool SameEvent(RowOrigin x, RowOrigin y)
    {
        if (x.Key is not null || x.Start != y.Start || x.Branch != y.Branch) return false;
        var (left, right) = (new CanonicalBytes(), new CanonicalBytes());
        x.Reader!.WriteContent(left, x.Event);
        y.Reader!.WriteContent(right, y.Event);
        return left.Written.SequenceEqual(right.Written);
    }

    private Alert<TAlert> Make(TAlert value, RowOrigin origin, string id) => new()
    {
        Id = id,
        Revision = origin.Revision,
        Status = origin.Status,
        Detection = detection,
        Key = origin.Key ?? AlertKey.None,
        Window = AlertWindow.OfTicks(origin.Start, origin.End),
        Tier = origin.Tier,
        Evidence = origin.Evidence.Show(),
        OptionsHash = optionsHash(),
        Value = value,
    };

    private readonly record struct Waiting(TAlert Value, RowOrigin Origin);
}
