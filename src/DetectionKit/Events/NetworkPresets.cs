using System.Collections.Frozen;

namespace DetectionKit;

/// <summary>Networks that go by a name.</summary>
internal static class NetworkPresets
{
    internal const string SpecialPurpose = "special-purpose";

    /// <summary>Source of the ranges: the IANA registries named at <see cref="NetworkSet.SpecialPurpose"/>.</summary>
    internal static readonly FrozenDictionary<string, string[]> ByName = new Dictionary<string, string[]>
    {
        [SpecialPurpose] =
        [
            "0.0.0.0/8", "100.64.0.0/10", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "255.255.255.255",
            "2001:db8::/32", "fc00::/7", "fe80::/10", "ff00::/8",
        ],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
