using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Recommending;

/// <summary>The setting that a tuner recommends.</summary>
/// <param name="Setting">The setting; the base when no setting keeps to the budget.</param>
/// <param name="KeepsToBudget">Whether it keeps to the budget on the events that it was chosen on.</param>
/// <param name="Chosen">Its figures there.</param>
/// <param name="Confirmed">Its figures on held-out events; null where there are none.</param>
/// <param name="Base">The figures of the base on the events that it was chosen on.</param>
/// <param name="BaseConfirmed">The figures of the base on held-out events; null where there are none.</param>
/// <param name="Notes">What it gives up against the base, and where it misses the budget.</param>
public sealed record Recommendation(
    TuningSetting Setting, bool KeepsToBudget, SettingScore Chosen, SettingScore? Confirmed, SettingScore Base, SettingScore? BaseConfirmed, IReadOnlyList<string> Notes);
