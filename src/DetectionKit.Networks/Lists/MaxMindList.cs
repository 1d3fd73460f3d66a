using System.Net;
using MaxMind.Db;

namespace DetectionKit.Networks.Lists;

/// <summary>A MaxMind database: of autonomous systems (GeoLite2 ASN, GeoIP2 ISP), of which those of hosting providers count, or one that marks hosting providers itself (GeoIP2 Anonymous IP).</summary>
internal sealed class MaxMindList : HostingList
{
    // The fields' names: https://dev.maxmind.com/geoip/docs/databases/.
    private const string Number = "autonomous_system_number", Organization = "autonomous_system_organization", IsHosting = "is_hosting_provider";
    private readonly Reader _reader;

    private MaxMindList(Reader reader)
        : base(DateOnly.FromDateTime(reader.Metadata.BuildDate)) => _reader = reader;

    internal static MaxMindList Read(string path)
    {
        try
        {
            var reader = new Reader(path, FileAccessMode.Memory);
            return new(reader);
        }
        catch (Exception e) when (e is InvalidDatabaseException or IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"{path} can't be read as a MaxMind database: {e.Message}", e);
        }
    }

    internal override HostingProvider? Find(IPAddress address)
    {
        if (_reader.Find<Dictionary<string, object>>(address) is not { } known) return null;
        var number = known.GetValueOrDefault(Number) is { } value ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : (long?)null;
        var name = known.GetValueOrDefault(Organization) as string;
        if (known.GetValueOrDefault(IsHosting) is true) return new(name ?? "a hosting provider", number);
        return number is { } system && HostingSystems.NameOf(system) is { } provider ? new(provider, system) : null;
    }
}
