namespace DetectionKit.CommandLine.Backtest;

/// <summary>How a case went.</summary>
/// <param name="Case">The case.</param>
/// <param name="Failures">What is wrong; nothing when it passed.</param>
/// <param name="Alerts">How many alerts there were.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record BacktestOutcome(BacktestCase Case, IReadOnlyList<string> Failures, int Alerts, TimeSpan Duration);
