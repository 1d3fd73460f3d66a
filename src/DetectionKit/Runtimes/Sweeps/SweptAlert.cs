namespace DetectionKit;

/// <summary>An alert as a sweep finds it: which of the settings give it.</summary>
/// <param name="Id">Its id, which is that of the alert in a run under any of these settings.</param>
/// <param name="Key">Its key.</param>
/// <param name="Window">Its window.</param>
/// <param name="Settings">The settings that give it.</param>
/// <param name="Values">What the conditions after the aggregate read of it, by name, such as the count; of a detection without such conditions, the alert's own numbers.</param>
/// <param name="Tiers">Its tier under each setting; null where it has none.</param>
public sealed record SweptAlert(string Id, AlertKey Key, AlertWindow Window, SettingSet Settings, IReadOnlyList<KeyValuePair<string, object?>> Values, IReadOnlyList<AlertTier?> Tiers);
