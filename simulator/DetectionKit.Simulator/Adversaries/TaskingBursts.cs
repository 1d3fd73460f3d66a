namespace DetectionKit.Simulator.Adversaries;

/// <summary>An operator gives tasks now and then, and each is followed by a burst of connections with its results.</summary>
/// <param name="MeanPause">The mean time between two tasks, above zero; it is exponentially distributed.</param>
/// <param name="Least">The fewest connections of a burst, at least 1.</param>
/// <param name="Most">The most connections of a burst, not less than <paramref name="Least"/>.</param>
/// <param name="Gap">The longest time between two connections of a burst, above zero.</param>
public sealed record TaskingBursts(TimeSpan MeanPause, int Least, int Most, TimeSpan Gap);
