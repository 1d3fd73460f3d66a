namespace DetectionKit.Simulator.Adversaries;

/// <summary>
/// As many connections shortly before the end of a window as shortly after it, so that each of two neighbouring windows holds half of them; of three edges in a row
/// every second one is used.
/// </summary>
/// <param name="Connections">How many on each side of an edge, 1 to 10,000.</param>
/// <param name="Window">The windows' length, above zero; they are aligned to the UTC epoch.</param>
/// <param name="Within">How near to the edge, above zero, at most half of <paramref name="Window"/>.</param>
public sealed record EdgeBursts(int Connections, TimeSpan Window, TimeSpan Within);
