namespace DetectionKit.Tuning.FalsePositives;

/// <summary>Something that could be excluded, with what that would save and cost.</summary>
/// <param name="Part">The key part: image or remoteAddress.</param>
/// <param name="Value">Its value.</param>
/// <param name="FalsePositives">The false alerts that would go.</param>
/// <param name="TruePositives">The true alerts that would go with them.</param>
/// <param name="CampaignsLost">The campaigns of which no alert would be left.</param>
public sealed record CandidateExclusion(string Part, string Value, long FalsePositives, long TruePositives, IReadOnlyList<string> CampaignsLost);
