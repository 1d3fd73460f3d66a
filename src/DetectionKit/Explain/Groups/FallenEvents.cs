namespace DetectionKit;

/// <summary>Events of a group that were not counted, by where they fell.</summary>
/// <param name="Stage">The number of the stage.</param>
/// <param name="Reason">Why: the stage as text, or that they came late.</param>
/// <param name="Count">How many.</param>
public sealed record FallenEvents(int Stage, string Reason, long Count);
