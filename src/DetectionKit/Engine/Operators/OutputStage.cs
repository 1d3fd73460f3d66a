namespace DetectionKit.Engine;

/// <summary>The end of a plan: makes alerts of the rows that reach it, by window end, then key.</summary>
internal abstract class OutputStage<TAlert>(DetectionInfo detection, Func<string> optionsHash, RunReport report) : Operator
{
    private readonly TimeOrdered<Waiting> _waiting = new();

    internal sealed override long NextDue => _waiting.Count == 0 ? long.MaxValue : long.MinValue;

    internal sealed override long Bytes => _waiting.Count * 256L;

    protected RunReport Report => report;

    protected AlertId Id { get; } = new(detection);

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

    protected override void Advance(long frontier)
    {
        while (_waiting.TryTake(frontier, out var time, out var rows))
        {
            if (rows.Count > 1) rows.Sort((x, y) => RowOrigins.Compare(x.Origin, y.Origin));
            var occurrence = 0;
            for (var i = 0; i < rows.Count; i++)
            {
                var (value, origin) = rows[i];
                if (origin.Key is not null)
                {
                    Send(Make(value, origin, Id.OfPane(origin)), time);
                    continue;
                }

                occurrence = i > 0 && rows[i - 1].Origin.Key is null && rows[i - 1].Origin.Branch == origin.Branch && RowOrigins.Same(rows[i - 1].Origin, origin) ? occurrence + 1 : 0;
                Send(Make(value, origin, Id.OfEvent(origin, occurrence)), time);
            }
        }
    }

    /// <summary>Sends an alert on.</summary>
    protected abstract void Send(Alert<TAlert> alert, long time);

    protected Alert<TAlert> Make(TAlert value, RowOrigin origin, string id) => new()
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
