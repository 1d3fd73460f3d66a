namespace DetectionKit;

/// <summary>A condition on one member that an event must meet before anything else of it is looked at.</summary>
/// <param name="Member">The member.</param>
/// <param name="Predicate">A <c>Func&lt;V, bool&gt;</c> over the member's type; it holds the options. It may throw, as what was written may.</param>
public sealed record EventFilter(string Member, Delegate Predicate);
