namespace DetectionKit.Engine;

/// <summary>The end of a detection whose alerts another detection reads: they go on as its events.</summary>
internal sealed class AlertsOperator<TAlert>(DetectionInfo detection, string optionsHash, RowEmitter<Alert<TAlert>> next, int branch, RunReport report) : OutputStage<TAlert>(detection, () => optionsHash, report)
{
    // What tells an alert from others is its id; who looks at the evidence wants to see what it says.
    private static readonly EventReader Reader = new(typeof(Alert<TAlert>), [nameof(Alert.Id), nameof(Alert<TAlert>.Value)]);

    protected override void Send(Alert<TAlert> alert, long time)
    {
        var evidence = new EvidenceSnapshot(alert.Evidence.First.UtcTicks, alert.Evidence.Last.UtcTicks, [new(time, alert, Reader, null)]);
        next.Emit(alert, time, new() { Event = alert, Reader = Reader, Start = time, End = time, Anchor = time, Branch = branch, Evidence = evidence });
    }

    protected override void Advance(long frontier)
    {
        base.Advance(frontier);
        next.Flush(frontier);
    }
}
