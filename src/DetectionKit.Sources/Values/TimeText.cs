using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Values;

/// <summary>Reads times as logs write them, in ticks of 100 ns of UTC; digits beyond are cut off.</summary>
internal static class TimeText
{
    // The days from year 1 to 1970, to 1601, from which Windows counts FILETIME, and to the end of year 9999.
    private const long UnixEpoch = 719_162 * TimeSpan.TicksPerDay, FileTimeEpoch = 584_388 * TimeSpan.TicksPerDay, End = 3_652_059 * TimeSpan.TicksPerDay;
    private const long FirstMillisecond = -UnixEpoch / TimeSpan.TicksPerMillisecond, LastMillisecond = (End - 1 - UnixEpoch) / TimeSpan.TicksPerMillisecond;

    private static ReadOnlySpan<int> PowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>Milliseconds since 1970.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadEpochMilliseconds(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!NumberText.TryReadInteger(text, out var milliseconds)) return TryReadPreciseMilliseconds(text, out ticks);
        if (milliseconds < FirstMillisecond || milliseconds > LastMillisecond) return false;
        ticks = UnixEpoch + (milliseconds * TimeSpan.TicksPerMillisecond);
        return true;
    }

    /// <summary>
    /// Seconds since 1970 with decimals; also milliseconds since 1970, a Windows FILETIME (told apart by size), or a date and time
    /// (<c>2023-04-28 18:49:37.731</c>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryReadEpochSeconds(ReadOnlySpan<byte> text, out long ticks)
    {
        const decimal FirstNotSeconds = 1e11m, FirstNotMilliseconds = 1e14m, FirstFileTime = 1e16m;
        if (TryReadPlainSeconds(text, out ticks)) return true;
        if (!NumberText.TryReadDecimal(text, out var number)) return TryReadDateTime(text, out ticks);
        ticks = 0;
        if (number < FirstNotSeconds) return TryScale(number, TimeSpan.TicksPerSecond, out ticks);
        if (number < FirstNotMilliseconds) return TryScale(number, TimeSpan.TicksPerMillisecond, out ticks);
        if (number < FirstFileTime || number > DateTime.MaxValue.Ticks - FileTimeEpoch) return false;
        ticks = (long)number + FileTimeEpoch;
        return true;
    }

    /// <summary>
    /// <c>yyyy-MM-dd</c>, a T or a space, <c>HH:mm:ss</c>, decimals, and a zone (<c>Z</c>, <c>+02:00</c>, <c>+0200</c>, <c>+02</c>); without a zone it is UTC.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryReadDateTime(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':') return false;
        if (text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')) return false;
        if (!TwoDigits(text, 0, out var century) || !TwoDigits(text, 2, out var year) || !TwoDigits(text, 5, out var month) || !TwoDigits(text, 8, out var day)) return false;
        if (!TwoDigits(text, 11, out var hour) || !TwoDigits(text, 14, out var minute) || !TwoDigits(text, 17, out var second)) return false;
        year += century * 100;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60) return false;
        text = text[19..];
        if (!TryReadFraction(ref text, out var fraction) || !TryReadZone(text.TrimStart((byte)' '), out var zone)) return false;

        // A leap second, 23:59:60, is the first second of the next day.
        ticks = new DateTime(year, month, day, hour, minute, 0).Ticks + (second * TimeSpan.TicksPerSecond) + fraction - zone;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
    }

    // Up to ten digits, a point and up to seven more: what nearly all times in seconds are. It needs no decimal arithmetic.
    private static bool TryReadPreciseMilliseconds(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        return NumberText.TryReadDecimal(text, out var precise) && TryScale(precise, TimeSpan.TicksPerMillisecond, out ticks);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryReadPlainSeconds(ReadOnlySpan<byte> text, out long ticks)
    {
        const int MostDigits = 10, MostDecimals = 7;
        ticks = 0;
        var point = text[..Math.Min(text.Length, MostDigits + 1)].IndexOf((byte)'.');
        if (point < 1 || !NumberText.TryReadDigits(text[..point], out var seconds)) return false;
        var decimals = text[(point + 1)..];
        if (decimals.Length > MostDecimals || !NumberText.TryReadDigits(decimals, out var fraction)) return false;
        ticks = UnixEpoch + ((long)seconds * TimeSpan.TicksPerSecond) + ((long)fraction * PowersOfTen[MostDecimals - decimals.Length]);
        return true;
    }

    private static bool TryReadFraction(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text[0] is not ((byte)'.' or (byte)',')) return true;
        text = text[1..];
        var digits = 0;
        for (; digits < text.Length && text[digits] is >= (byte)'0' and <= (byte)'9'; digits++)
        {
            if (digits < 7) ticks = (ticks * 10) + text[digits] - '0';
        }

        for (var i = digits; i < 7; i++) ticks *= 10;
        text = text[digits..];
        return digits > 0;
    }

    private static bool TryReadZone(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')) return true;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-')) return false;
        if (text.Length == 6 && text[3] != (byte)':') return false;
        var minutes = 0;
        if (!TwoDigits(text, 1, out var hours) || (text.Length > 3 && !TwoDigits(text, text.Length - 2, out minutes)) || hours > 14 || minutes > 59) return false;
        ticks = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute * (text[0] == '-' ? -1 : 1);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TwoDigits(ReadOnlySpan<byte> text, int start, out int number)
    {
        var (tens, ones) = (text[start] - '0', text[start + 1] - '0');
        number = (tens * 10) + ones;
        return (uint)tens <= 9 && (uint)ones <= 9;
    }

    private static bool TryScale(decimal number, long ticksPerUnit, out long ticks)
    {
        ticks = 0;
        var unit = TimeSpan.TicksPerSecond / ticksPerUnit * 1m;
        if (number < FirstMillisecond / 1000m * unit || number > LastMillisecond / 1000m * unit) return false;
        ticks = UnixEpoch + (long)decimal.Floor(number * ticksPerUnit);
        return true;
    }
}
