namespace DetectionKit;

/// <summary>A member of an event that a plan reads.</summary>
/// <param name="Name">The member.</param>
/// <param name="Type">Its type.</param>
/// <param name="Stages">The numbers of the stages that read it.</param>
/// <param name="IsComputed">
/// Whether it has neither a setter nor a constructor parameter: no column can hold it, so events must be made whole to read it.
/// </param>
public sealed record MemberExplanation(string Name, Type Type, IReadOnlyList<int> Stages, bool IsComputed);
