namespace DetectionKit.Simulator.Adversaries;

/// <summary>A part of every day in which an implant sleeps, by the clock of the victim's site.</summary>
/// <param name="Begin">The beginning, since midnight, less than a day.</param>
/// <param name="End">The end, since midnight; before <paramref name="Begin"/> where the period goes past midnight.</param>
public readonly record struct QuietPeriod(TimeSpan Begin, TimeSpan End)
{
    /// <summary>The first moment at or after a time that is outside the period.</summary>
    /// <param name="time">The time.</param>
    /// <param name="utcOffset">How far the site's clock is ahead of UTC.</param>
    /// <returns><paramref name="time"/> itself, or the next end of the period.</returns>
    public DateTimeOffset NextMoment(DateTimeOffset time, TimeSpan utcOffset)
    {
        var local = time.UtcTicks + utcOffset.Ticks;
        var ofDay = local % TimeSpan.TicksPerDay;
        var isQuiet = Begin <= End ? ofDay >= Begin.Ticks && ofDay < End.Ticks : ofDay >= Begin.Ticks || ofDay < End.Ticks;
        if (!isQuiet) return time;
        var end = local - ofDay + End.Ticks;
        if (end <= local) end += TimeSpan.TicksPerDay;
        return new DateTimeOffset(end - utcOffset.Ticks, TimeSpan.Zero);
    }
}
