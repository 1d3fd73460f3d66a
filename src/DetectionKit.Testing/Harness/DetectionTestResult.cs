using DetectionKit.Testing.Cases;

namespace DetectionKit.Testing.Harness;

/// <summary>What a run of a test gave, to look at more closely.</summary>
public sealed class DetectionTestResult
{
    internal DetectionTestResult(RuntimeRun run)
    {
        Runtime = run.Runtime;
        All = run.Alerts;
        LateEvents = run.Report.LateEvents;
        LastWords = [.. run.Alerts.GroupBy(alert => alert.Id, StringComparer.Ordinal).Select(one => one.Last()).Where(alert => alert.Status != AlertStatus.Withdrawn)];
    }

    /// <summary>What it was run by: pushed, list, async, observable.</summary>
    public string Runtime { get; }

    /// <summary>All that came, early alerts and revisions too, in their order.</summary>
    public IReadOnlyList<Alert> All { get; }

    /// <summary>The last that was said of each alert, but for those that were withdrawn.</summary>
    public IReadOnlyList<Alert> LastWords { get; }

    /// <summary>How many times an alert was revised.</summary>
    public int Revisions => All.Count - All.Select(alert => alert.Id).Distinct(StringComparer.Ordinal).Count();

    /// <summary>How many events came too late.</summary>
    public long LateEvents { get; }

    // Drivers gather events, so that an early alert may come from one run and not from another: the last words may not differ.
    internal IEnumerable<string> Said => LastWords.Select(alert => alert.ToString()).Order(StringComparer.Ordinal);

    internal string Came => (LastWords.Count == 0 ? "no alert" : string.Join(", ", LastWords.Select(alert => alert.Tier?.Name ?? "an alert")))
        + (Revisions > 0 ? $", {Revisions} revisions" : "") + (LateEvents > 0 ? $", {LateEvents} late events" : "");
}
