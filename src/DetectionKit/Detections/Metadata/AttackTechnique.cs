namespace DetectionKit;

/// <summary>A MITRE ATT&amp;CK technique.</summary>
/// <param name="Id">Its id, such as T1583.003.</param>
/// <param name="Name">Its name, or null when not said.</param>
/// <param name="Tactic">The tactic's id, such as TA0042, or null when not said.</param>
public sealed record AttackTechnique(string Id, string? Name, string? Tactic);
