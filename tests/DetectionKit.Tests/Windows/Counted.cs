using System.Linq.Expressions;

namespace DetectionKit.Tests.Windows;

/// <summary>The windows in which a host was counted often enough, as text: start-end count, in minutes after 10:00.</summary>
internal static class Counted
{
    internal static IReadOnlyList<string> In(Expression<Func<WindowKinds, WindowSpec>> window, IEnumerable<Beat> beats, int atLeast = 1, RunSettings? settings = null) =>
    [
        .. beats.Detect(
            Detection.Define<Beat, int>("counted", events => events.GroupBy(b => b.Host).Window(window).Aggregate(w => w.Count()).Where(n => n >= atLeast)), settings: settings)
        .Select(alert => FormattableString.Invariant($"{(alert.Window.Start - Beat.Ten).TotalMinutes}-{(alert.Window.End - Beat.Ten).TotalMinutes} {alert.Value}")),
    ];
}
