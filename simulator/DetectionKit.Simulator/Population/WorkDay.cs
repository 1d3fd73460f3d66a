namespace DetectionKit.Simulator.Population;

/// <summary>When a person works: Monday to Friday between two times of the day, by the clock of their site.</summary>
/// <param name="Begin">The beginning, since local midnight.</param>
/// <param name="End">The end, since local midnight; after <paramref name="Begin"/>.</param>
public readonly record struct WorkDay(TimeSpan Begin, TimeSpan End)
{
    /// <summary>The first working moment at or after a time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="utcOffset">How far the site's clock is ahead of UTC.</param>
    /// <returns><paramref name="time"/> itself within working hours, else the next beginning.</returns>
    public DateTimeOffset NextMoment(DateTimeOffset time, TimeSpan utcOffset)
    {
        var local = time.UtcTicks + utcOffset.Ticks;
        var day = local - local % TimeSpan.TicksPerDay;
        while (true)
        {
            var weekday = new DateTime(day).DayOfWeek;
            if (weekday is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local < day + End.Ticks)
                return new DateTimeOffset(Math.Max(local, day + Begin.Ticks) - utcOffset.Ticks, TimeSpan.Zero);
            day += TimeSpan.TicksPerDay;
        }
    }

    /// <summary>Whether a time is within working hours.</summary>
    /// <param name="time">The time.</param>
    /// <param name="utcOffset">How far the site's clock is ahead of UTC.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(DateTimeOffset time, TimeSpan utcOffset) => NextMoment(time, utcOffset).UtcTicks == time.UtcTicks;
}
