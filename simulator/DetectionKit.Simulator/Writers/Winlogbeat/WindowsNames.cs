using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers.Winlogbeat;

/// <summary>How Windows names what the sensor of FDR names otherwise.</summary>
internal static class WindowsNames
{
    private const string DevicePrefix = @"\Device\HarddiskVolume3\";

    /// <summary>A path; the sensor of FDR has the device in lieu of the drive.</summary>
    public static string PathOf(string image) => image.StartsWith(DevicePrefix, StringComparison.OrdinalIgnoreCase) ? @"C:\" + image[DevicePrefix.Length..] : image;

    /// <summary>The domain of an account.</summary>
    public static string DomainOf(Organisation organisation, string user) => IsSystem(user) ? "NT AUTHORITY" : organisation.Domain.Split('.')[0].ToUpperInvariant();

    /// <summary>An account with its domain.</summary>
    public static string UserOf(Organisation organisation, string user) => $@"{DomainOf(organisation, user)}\{user}";

    /// <summary>A host by its full name.</summary>
    public static string HostOf(Organisation organisation, string host) => $"{host}.{organisation.Domain}";

    /// <summary>A label's key with these names; null for that of a host without Windows, and of a sign-in, which no host logs.</summary>
    public static GroundTruthKey? KeyOf(Organisation organisation, GroundTruthKey key)
    {
        if (key.TryGet("host", out var host) && host is not null)
        {
            if (organisation.Hosts.Any(known => !known.IsWindows && known.Name == host)) return null;
            key = key.With("host", HostOf(organisation, host));
        }

        if (key.TryGet("image", out var image) && image is not null) key = key.With("image", PathOf(image));
        if (key.TryGet("user", out var user) && user?.Contains('@') == true) return null;
        return user is not null ? key.With("user", UserOf(organisation, user)) : key;
    }

    // The accounts that Windows itself has: of the machine, and of its services.
    private static bool IsSystem(string user) => user.EndsWith('$') || user is "SYSTEM" or "LOCAL SERVICE" or "NETWORK SERVICE";
}
