namespace DetectionKit.Engine;

/// <summary>What the stages after a plan's last aggregate read of a pane, with what each set of options makes of it. Panes with equal values share one.</summary>
/// <param name="Values">The values, in the order of their names.</param>
/// <param name="Passing">The settings under which the pane gives an alert.</param>
/// <param name="Tiers">The tier under each setting.</param>
internal sealed record ThresholdRow(object?[] Values, SettingSet Passing, AlertTier?[] Tiers);
