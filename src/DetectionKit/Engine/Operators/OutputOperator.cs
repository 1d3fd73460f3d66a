namespace DetectionKit.Engine;

/// <summary>Gives the alerts of a run out.</summary>
internal sealed class OutputOperator<TAlert>(DetectionInfo detection, Func<string> optionsHash, RunReport report, List<(Alert<TAlert> Alert, long Due)> output)
    : OutputStage<TAlert>(detection, optionsHash, report), IEarlyOutput<TAlert>
{
    /// <summary>How far the stage is behind the watermark of the run: a row leaves when that is further than this past the row's time.</summary>
    internal required long Delay { get; init; }

    public void Send(TAlert value, RowOrigin origin)
    {
        output.Add((Make(value, origin, Id.OfPane(origin)), long.MinValue));
        Report.AddAlerts(1);
    }

    protected override void Send(Alert<TAlert> alert, long time)
    {
        output.Add((alert, EventTime.After(time, Delay + 1)));
        Report.AddAlerts(1);
    }
}
