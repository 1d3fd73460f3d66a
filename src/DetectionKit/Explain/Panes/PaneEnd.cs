namespace DetectionKit;

/// <summary>The end of the pane that a run is asked for: changed from run to run, so that one compiled plan serves all.</summary>
internal sealed class PaneEnd
{
    public DateTimeOffset Time { get; set; }
}
