using System.Globalization;
using System.Net;

namespace DetectionKit.CommandLine.Output;

/// <summary>Values that are one text, in the form that JSON has them: ISO 8601 in UTC, addresses as RFC 5952 says.</summary>
internal static class ScalarText
{
    private const string IsoUtc = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";

    /// <summary>The text; null when the value is a number or made of parts.</summary>
    internal static string? Of(object value) => value switch
    {
        string text => text,
        char c => c.ToString(),
        Enum e => AlertTier.Of(e).Label,
        DateTimeOffset time => Iso(time),
        DateTime { Kind: DateTimeKind.Unspecified } time => Iso(new(time, TimeSpan.Zero)),
        DateTime time => Iso(time),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan duration => duration.ToString("c", CultureInfo.InvariantCulture),
        IPAddress address => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString(),
        Uri uri => uri.OriginalString,
        byte[] bytes => Convert.ToBase64String(bytes),
        _ => null,
    };

    internal static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString(IsoUtc, CultureInfo.InvariantCulture);
}
