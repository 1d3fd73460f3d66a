namespace DetectionKit.Simulator.Adversaries;

/// <summary>So many connections in each window of a length, evenly spread: an operator who knows, or guesses, what is counted.</summary>
/// <param name="Connections">How many in each window, 1 to 10,000; the simulator knows no detection, so the caller says.</param>
/// <param name="Window">The windows' length, above zero; they are aligned to the UTC epoch.</param>
public sealed record WindowQuota(int Connections, TimeSpan Window);
