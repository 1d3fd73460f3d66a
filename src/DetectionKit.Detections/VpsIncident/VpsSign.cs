namespace DetectionKit.Detections;

/// <summary>What an alert of another detection says, as far as alerts can be compared.</summary>
/// <param name="Detection">The detection's id.</param>
/// <param name="Host">The host; null when the alert names none.</param>
/// <param name="User">The account; null when the alert names none.</param>
/// <param name="RemoteAddress">The remote address, as text; null when the alert names none.</param>
/// <param name="Risk">From 1, low, to 4, critical.</param>
internal sealed record VpsSign(string Detection, string? Host, string? User, string? RemoteAddress, int Risk);
