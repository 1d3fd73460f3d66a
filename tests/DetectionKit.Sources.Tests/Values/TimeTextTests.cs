using System.Globalization;
using System.Text;
using CsCheck;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Tests.Values;

public sealed class TimeTextTests
{
    private static readonly Gen<DateTime> Time = Gen.Long[0, DateTime.MaxValue.Ticks].Select(t => new DateTime(t, DateTimeKind.Utc));

    [Fact]
    public void TryReadDateTime_reads_what_a_date_time_writes() =>
        Time.Sample(t => TimeText.TryReadDateTime(Encoding.UTF8.GetBytes(t.ToString("o", CultureInfo.InvariantCulture)), out var ticks) && ticks == t.Ticks);

    [Theory]
    [InlineData("2020-10-18 02:17:07.070", "2020-10-18T02:17:07.07Z")]
    [InlineData("2020-10-18T02:17:07", "2020-10-18T02:17:07Z")]
    [InlineData("2022-05-13T08:54:05.1230000Z", "2022-05-13T08:54:05.123Z")]
    [InlineData("2022-05-11T18:10:20.465735999Z", "2022-05-11T18:10:20.4657359Z")]
    [InlineData("2022-05-11T18:10:20+02:00", "2022-05-11T16:10:20Z")]
    [InlineData("2022-05-11T18:10:20.5-0530", "2022-05-11T23:40:20.5Z")]
    [InlineData("2022-05-11 18:10:20 +02", "2022-05-11T16:10:20Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    public void TryReadDateTime_form_gives_utc(string text, string expected)
    {
        TimeText.TryReadDateTime(Encoding.UTF8.GetBytes(text), out var ticks).ShouldBeTrue();
        new DateTimeOffset(ticks, TimeSpan.Zero).ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2020-10-18")]
    [InlineData("2020-02-30T00:00:00Z")]
    [InlineData("2020-13-01T00:00:00Z")]
    [InlineData("2020-10-18T24:00:00Z")]
    [InlineData("2020-10-18T00:00:00X")]
    [InlineData("2020-10-18T00:00:00.Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("18/10/2020 02:17:07")]
    public void TryReadDateTime_anything_else_is_refused(string text) => TimeText.TryReadDateTime(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Fact]
    public void TryReadEpochSeconds_is_exact_to_the_tick() =>
        Gen.Long[0, 99_999_999_999].Select(Gen.Int[0, 9_999_999]).Sample((seconds, fraction) =>
            TimeText.TryReadEpochSeconds(Encoding.UTF8.GetBytes($"{seconds}.{fraction:D7}"), out var ticks)
            && ticks == DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond) + fraction);

    [Fact]
    public void TryReadEpochSeconds_of_any_length_is_that_of_exact_arithmetic() =>
        Gen.Select(Gen.String[Gen.Char['0', '9'], 1, 10], Gen.String[Gen.Char['0', '9'], 0, 12], Gen.OneOf("", ".", "x")).Sample((seconds, decimals, end) =>
        {
            var text = decimals.Length > 0 ? $"{seconds}.{decimals}{end}" : seconds + end;
            var expected = DateTime.UnixEpoch.Ticks + (long)decimal.Floor(decimal.Parse($"{seconds}.{decimals}0", CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond);
            var isTime = end.Length == 0 || (end == "." && decimals.Length == 0);
            return TimeText.TryReadEpochSeconds(Encoding.UTF8.GetBytes(text), out var ticks) == isTime && (!isTime || ticks == expected);
        });

    [Fact]
    public void TryReadEpochMilliseconds_out_of_range_is_refused()
    {
        var last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        TimeText.TryReadEpochMilliseconds(Encoding.UTF8.GetBytes($"{last}"), out _).ShouldBeTrue();
        TimeText.TryReadEpochMilliseconds(Encoding.UTF8.GetBytes($"{last + 1}"), out _).ShouldBeFalse();
        var first = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
        TimeText.TryReadEpochMilliseconds(Encoding.UTF8.GetBytes($"{first}"), out var ticks).ShouldBeTrue();
        ticks.ShouldBe(0);
        TimeText.TryReadEpochMilliseconds(Encoding.UTF8.GetBytes($"{first - 1}"), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2026, 3, 3)]
    [InlineData(1999, 12, 31)]
    public void TryReadEpochSeconds_of_a_Windows_time_counts_from_1601(int year, int month, int day)
    {
        var time = new DateTime(year, month, day, 7, 8, 9, DateTimeKind.Utc);

        TimeText.TryReadEpochSeconds(Encoding.UTF8.GetBytes($"{time.ToFileTimeUtc()}"), out var ticks).ShouldBeTrue();
        ticks.ShouldBe(time.Ticks);
    }
}
