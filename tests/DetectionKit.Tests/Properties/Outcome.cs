namespace DetectionKit.Tests.Properties;

/// <summary>All that a run tells: its alerts in order, and its counters.</summary>
internal sealed record Outcome(IReadOnlyList<AlertView> Alerts, RunReport Report)
{
    /// <summary>The alerts without what the interpreter does not make.</summary>
    internal IReadOnlyList<string> Texts => [.. Alerts.Select(alert => alert.Text)];

    internal IReadOnlyList<string> Identified => [.. Alerts.Select(alert => alert.Identified)];

    internal string Counters =>
        $"events {Report.Events}, alerts {Report.Alerts}, late {Report.LateEvents}, far {Report.FarFutureEvents}, faulty {Report.FaultyEvents}, suppressed {Report.SuppressedRows}, "
        + $"shed {Report.ShedGroups}, refused {Report.RefusedEvents}, groups {Report.OpenGroups}, bytes {Report.StateBytes}";

    /// <summary>The last word about each alert.</summary>
    internal IReadOnlyDictionary<string, AlertView> Last => Alerts.GroupBy(alert => alert.Id).ToDictionary(revisions => revisions.Key, revisions => revisions.MaxBy(alert => alert.Revision)!);
}
