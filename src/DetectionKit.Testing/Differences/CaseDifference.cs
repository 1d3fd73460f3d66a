namespace DetectionKit.Testing.Differences;

/// <summary>A case that a rule answers otherwise than it was kept.</summary>
/// <param name="Case">The case, with the answer that was kept.</param>
/// <param name="New">The rule's answer.</param>
public sealed record CaseDifference(DetectionCase Case, CaseExpectation New);
