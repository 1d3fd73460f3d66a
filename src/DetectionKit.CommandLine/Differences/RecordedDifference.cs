namespace DetectionKit.CommandLine.Differences;

/// <summary>The alerts of recorded events that only one of two versions raises. An alert is the same where its key, window and tier are.</summary>
/// <param name="OnlyOld">Those of the old version.</param>
/// <param name="OnlyNew">Those of the new one.</param>
/// <param name="Both">How many both raise.</param>
internal sealed record RecordedDifference(IReadOnlyList<Alert> OnlyOld, IReadOnlyList<Alert> OnlyNew, int Both)
{
    internal static RecordedDifference Of(IReadOnlyList<Alert> old, IReadOnlyList<Alert> @new)
    {
        var (before, after) = (old.Select(Identity).ToHashSet(), @new.Select(Identity).ToHashSet());
        return new([.. old.Where(alert => !after.Contains(Identity(alert)))], [.. @new.Where(alert => !before.Contains(Identity(alert)))], old.Count(alert => after.Contains(Identity(alert))));
    }

    private static (string Key, DateTimeOffset Start, DateTimeOffset End, string? Tier) Identity(Alert alert) => (alert.Key.ToString(), alert.Window.Start, alert.Window.End, alert.Tier?.Name);
}
