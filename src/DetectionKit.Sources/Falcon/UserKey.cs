namespace DetectionKit.Sources.Falcon;

/// <summary>A user on a host.</summary>
/// <param name="AgentId">The host's agent.</param>
/// <param name="Id">The user's Windows security id, or its number.</param>
/// <param name="IsNumber">Which of the two.</param>
internal readonly record struct UserKey(string AgentId, string Id, bool IsNumber);
