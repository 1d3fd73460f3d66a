namespace DetectionKit;

/// <summary>Where an event is counted.</summary>
/// <param name="Stage">The number of the aggregate.</param>
/// <param name="Key">The group.</param>
/// <param name="Windows">The windows: one, or several where they overlap. Of a session, the one that the event alone would make.</param>
public sealed record EventGroup(int Stage, AlertKey Key, IReadOnlyList<AlertWindow> Windows);
