using System.Net;
using CsCheck;
using DetectionKit.GroundTruth;

namespace DetectionKit.Tuning.Tests;

/// <summary>Random connections of a few hosts, with random labels.</summary>
internal static class Calls
{
    internal static readonly DateTimeOffset Ten = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_hosts = ["a", "b", "C"];
    private static readonly string[] s_images = [@"C:\x\beacon.exe", "/usr/bin/curl", @"C:\x\chrome.exe"];
    private static readonly string[] s_addresses = ["203.0.113.7", "198.51.100.1", "10.0.0.9"];

    internal static Gen<NetworkConnection[]> Any { get; } = Gen.Select(Gen.Int[0, 179], Gen.OneOf(s_hosts), Gen.OneOf(s_images), Gen.OneOf(s_addresses), Gen.OneOf(443, 80, 8443))
        .Select((minute, host, image, address, port) => new NetworkConnection(Ten.AddMinutes(minute), host, "u", image, "x", IPAddress.Parse(address), port)).Array[0, 80];

    internal static Gen<GroundTruthDocument> Truth { get; } = Gen.Select(Gen.Select(Gen.Bool, Gen.OneOf(s_hosts), Gen.OneOf(s_addresses), Gen.OneOf("c1", "c2"), Gen.Int[0, 4]).Array[0, 5], Gen.Bool)
        .Select((labels, benign) => new GroundTruthDocument { UnlabelledIsBenign = benign, Labels = [.. labels.Select(Label)] });

    private static GroundTruthLabel Label((bool Malicious, string Host, string Address, string Campaign, int Shape) drawn) => new()
    {
        Malicious = drawn.Malicious,
        Campaign = drawn.Malicious ? drawn.Campaign : null,
        Persona = drawn.Malicious ? null : "p",
        Key = drawn.Shape == 0 ? GroundTruthKey.Any.With("host", drawn.Host) : GroundTruthKey.Any.With("host", drawn.Host.ToUpperInvariant()).With("remoteAddress", drawn.Address),
        From = drawn.Shape == 2 ? Ten.AddMinutes(30) : drawn.Shape == 3 ? Ten : null,
        To = drawn.Shape == 2 ? Ten.AddMinutes(100) : null,
    };
}
