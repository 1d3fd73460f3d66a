namespace DetectionKit;

/// <summary>An option by name and value.</summary>
/// <param name="Name">The name, as configuration has it: <c>MinConnections</c>, <c>Group:Name</c>.</param>
/// <param name="Value">The value in force, for people: of a long list the first items and their number.</param>
public sealed record OptionExplanation(string Name, string Value)
{
    /// <summary><c>MinConnections = 12</c>.</summary>
    public override string ToString() => $"{Name} = {Value}";
}
