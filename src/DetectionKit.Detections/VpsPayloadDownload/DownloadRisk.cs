namespace DetectionKit.Detections;

/// <summary>How far a download got.</summary>
public enum DownloadRisk
{
    /// <summary>A downloader called out, and no file was seen.</summary>
    [TierLabel("LOW - Downloader Called Out")]
    Low = 1,

    /// <summary>It wrote a file.</summary>
    [TierLabel("MEDIUM - Downloader Wrote A File")]
    Medium = 2,

    /// <summary>It wrote a file that can be run.</summary>
    [TierLabel("HIGH - Downloader Wrote An Executable File")]
    High = 3,
}
