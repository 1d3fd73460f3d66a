namespace DetectionKit;

/// <summary>The MITRE ATT&amp;CK technique that a detection finds, such as <c>T1583.003</c>.</summary>
/// <param name="id">The technique's id.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AttackTechniqueAttribute(string id) : Attribute
{
    /// <summary>The technique's id.</summary>
    public string Id { get; } = id;

    /// <summary>The tactic's id, such as <c>TA0042</c>; null when not said.</summary>
    public string? Tactic { get; set; }

    /// <summary>The technique's name, for people; null when not said.</summary>
    public string? Name { get; set; }
}
