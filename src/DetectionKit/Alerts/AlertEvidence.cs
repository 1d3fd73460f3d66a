namespace DetectionKit;

/// <summary>What an alert rests on.</summary>
/// <param name="First">The time of the first event.</param>
/// <param name="Last">The time of the last event.</param>
/// <param name="Sample">The first events, as many as the run's settings say, in order of time and then content.</param>
public sealed record AlertEvidence(DateTimeOffset First, DateTimeOffset Last, IReadOnlyList<EvidenceEvent> Sample);
