namespace DetectionKit.Tuning.Settings;

/// <summary>One setting of a sweep.</summary>
/// <param name="Number">Its number; 0 is the base, which no axis changes.</param>
/// <param name="Values">What the axes give, by option; none for the base.</param>
/// <param name="Options">The options.</param>
public sealed record TuningSetting(int Number, IReadOnlyList<KeyValuePair<string, string>> Values, object Options)
{
    /// <summary><c>MinConnections=14, CriticalPorts=2</c>.</summary>
    public override string ToString() => Values.Count == 0 ? "the base" : string.Join(", ", Values.Select(value => $"{value.Key}={value.Value}"));
}
