namespace DetectionKit.CommandLine.Backtest;

/// <summary>A case as JUnit has it.</summary>
/// <param name="Class">What it is about: a detection.</param>
/// <param name="Name">Its name.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Failures">What is wrong; empty when it passed.</param>
internal sealed record JUnitCase(string Class, string Name, TimeSpan Duration, IReadOnlyList<string> Failures);
