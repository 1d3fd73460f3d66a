namespace DetectionKit.CommandLine.Validation;

/// <summary>One test of an adversary's technique: the logs that it leaves, and what is to be seen in them.</summary>
/// <param name="Number">Its number in the technique's testing method.</param>
/// <param name="Title">What is done.</param>
/// <param name="Logs">The logs, by file name.</param>
/// <param name="Telemetry">What must be seen.</param>
/// <param name="Detection">The detection that is to notice it.</param>
/// <param name="Alerts">How many alerts it must raise.</param>
/// <param name="Remark">What else there is to know; null for nothing.</param>
internal sealed record ValidationScenario(
    int Number, string Title, IReadOnlyDictionary<string, IReadOnlyList<string>> Logs, IReadOnlyList<ExpectedTelemetry> Telemetry, string Detection, int Alerts, string? Remark);
