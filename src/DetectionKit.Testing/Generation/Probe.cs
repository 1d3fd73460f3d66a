namespace DetectionKit.Testing.Generation;

/// <summary>Events that ask one question of one stage.</summary>
/// <param name="Asks">What the plan has there, as text.</param>
/// <param name="Case">The events, with the question as their name.</param>
/// <param name="Events">How many they are.</param>
internal sealed record Probe(string Asks, DetectionCase Case, int Events);
