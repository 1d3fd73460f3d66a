namespace DetectionKit.Testing.Events;

/// <summary>Durations as they are spoken: <c>5.Minutes()</c>.</summary>
public static class Durations
{
    /// <summary>So many milliseconds.</summary>
    public static TimeSpan Milliseconds(this int number) => TimeSpan.FromMilliseconds(number);

    /// <summary>So many seconds.</summary>
    public static TimeSpan Seconds(this int number) => TimeSpan.FromSeconds(number);

    /// <summary>So many minutes.</summary>
    public static TimeSpan Minutes(this int number) => TimeSpan.FromMinutes(number);

    /// <summary>So many hours.</summary>
    public static TimeSpan Hours(this int number) => TimeSpan.FromHours(number);

    /// <summary>So many days.</summary>
    public static TimeSpan Days(this int number) => TimeSpan.FromDays(number);
}
