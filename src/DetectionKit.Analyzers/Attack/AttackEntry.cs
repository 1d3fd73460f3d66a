namespace DetectionKit.Analyzers.Attack;

/// <summary>A technique or tactic of ATT&amp;CK.</summary>
/// <param name="Id">Its id, such as T1583.003 or TA0042.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tactics">The short names of its tactics; of a tactic, its own.</param>
/// <param name="IsCurrent">Whether it is neither revoked nor deprecated.</param>
/// <param name="ReplacedBy">The id of what took its place, where it was revoked.</param>
internal sealed record AttackEntry(string Id, string Name, ImmutableArray<string> Tactics, bool IsCurrent, string? ReplacedBy);
