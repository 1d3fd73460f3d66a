namespace DetectionKit.Tuning.FalsePositives;

/// <summary>False alerts of one origin.</summary>
/// <param name="Persona">The benign kind of software, as the labels name it; null where they don't.</param>
/// <param name="Image">The file name of the process; null where the key has none.</param>
/// <param name="Destination">The address called; null where the key has none, or where the group calls many.</param>
/// <param name="Alerts">How many alerts.</param>
/// <param name="Hosts">On how many hosts.</param>
/// <param name="Ranges">The least and the greatest of each number that the conditions read.</param>
/// <param name="GoneFrom">For each swept option, the nearest value at which all of them are gone while the other options stay; null where no value swept does that.</param>
public sealed record FalsePositiveGroup(
    string? Persona, string? Image, string? Destination, long Alerts, int Hosts, IReadOnlyList<(string Name, double Least, double Greatest)> Ranges, IReadOnlyList<KeyValuePair<string, string?>> GoneFrom);
