namespace DetectionKit.Testing.Cases;

/// <summary>One run of a case.</summary>
/// <param name="Runtime">What it was run by.</param>
/// <param name="Alerts">Its alerts, in their order; revisions too.</param>
/// <param name="Report">What it counted.</param>
internal sealed record RuntimeRun(string Runtime, IReadOnlyList<Alert> Alerts, RunReport Report);
