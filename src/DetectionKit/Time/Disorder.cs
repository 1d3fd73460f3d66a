using System.Globalization;

namespace DetectionKit;

/// <summary>
/// How far out of order the events of a run may come. <see cref="Any"/>: no window closes before the end of the input, and the order of the input does
/// not matter. A tolerance: the watermark is the greatest event time seen, less the tolerance.
/// </summary>
public readonly record struct Disorder : IParsable<Disorder>
{
    private Disorder(TimeSpan tolerance)
    {
        HasTolerance = true;
        Tolerance = tolerance;
    }

    /// <summary>Any order; nothing closes before the end. The default of files and lists.</summary>
    public static Disorder Any => default;

    /// <summary>In order of event time: a tolerance of zero.</summary>
    public static Disorder None => new(TimeSpan.Zero);

    /// <summary>The default of streams and standard input: a tolerance of 10 minutes.</summary>
    public static Disorder StreamDefault => new(TimeSpan.FromMinutes(10));

    /// <summary>Whether events come in any order.</summary>
    public bool IsAny => !HasTolerance;

    /// <summary>Whether there is a tolerance.</summary>
    public bool HasTolerance { get; }

    /// <summary>The tolerance; zero when <see cref="IsAny"/>.</summary>
    public TimeSpan Tolerance { get; }

    /// <summary>Events come at most <paramref name="tolerance"/> behind the greatest event time seen.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative.</exception>
    public static Disorder Within(TimeSpan tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tolerance, TimeSpan.Zero);
        return new(tolerance);
    }

    /// <summary>Reads <c>any</c>, <c>10m</c>, <c>90s</c>, <c>2h</c>, <c>1d</c>, <c>250ms</c> or <c>00:10:00</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Disorder Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' is no disorder: write any, or a tolerance such as 10m, 90s, 2h or 00:10:00.");

    /// <summary>Reads what <see cref="Parse"/> reads.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Disorder result)
    {
        result = default;
        if (string.Equals(s, "any", StringComparison.OrdinalIgnoreCase)) return true;
        if (!Duration.TryParse(s, out var tolerance) || tolerance < TimeSpan.Zero) return false;
        result = new(tolerance);
        return true;
    }

    /// <summary><c>any</c>, or the tolerance.</summary>
    public override string ToString() => IsAny ? "any" : Tolerance.ToString("c", CultureInfo.InvariantCulture);
}
