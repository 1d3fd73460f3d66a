using System.Globalization;
using DetectionKit.Tuning.FalsePositives;
using DetectionKit.Tuning.Scoring;

namespace DetectionKit.Tuning.Reporting;

/// <summary>Figures as text, the same on every machine.</summary>
internal static class TuningText
{
    internal const string None = "-";

    internal static string Share(double share) => double.IsNaN(share) ? None : share.ToString("0.000", CultureInfo.InvariantCulture);

    internal static string Number(double number) => double.IsNaN(number) ? None : number.ToString(Math.Abs(number) >= 100 ? "#,0" : "0.##", CultureInfo.InvariantCulture);

    internal static string Time(TimeSpan? time) => time is { } known ? known.ToString(known.TotalDays >= 1 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture) : None;

    internal static string Interval(SeedInterval interval, Func<double, string> text) => double.IsNaN(interval.HalfWidth) ? text(interval.Mean) : $"{text(interval.Mean)} ± {text(interval.HalfWidth)}";

    internal static string Ranges(FalsePositiveGroup group) => string.Join(", ", group.Ranges.Select(range =>
        range.Least == range.Greatest ? $"{range.Name} {Number(range.Least)}" : $"{range.Name} {Number(range.Least)} to {Number(range.Greatest)}"));

    internal static string Gone(FalsePositiveGroup group) => string.Join(", ", group.GoneFrom.Where(gone => gone.Value is not null).Select(gone => $"{gone.Key} {gone.Value}")) is { Length: > 0 } text ? text : None;

    /// <summary>How much of the figures rests on what is known.</summary>
    internal static string Unknown(SettingScore score)
    {
        var alerts = score.Alerts.TruePositives + score.Alerts.FalsePositives + score.Alerts.Unknown;
        return alerts == 0 ? "There are no alerts." : string.Create(CultureInfo.InvariantCulture, $"{score.Alerts.Unknown:#,0} of {alerts:#,0} alerts ({100.0 * score.Alerts.Unknown / alerts:0.#} %) are unlabelled: they are in no rate but the alerts a day.");
    }
}
