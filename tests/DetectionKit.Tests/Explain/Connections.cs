using System.Net;
using CsCheck;

namespace DetectionKit.Tests.Explain;

internal static class Connections
{
    internal static readonly DateTimeOffset Start = new(2024, 5, 6, 7, 0, 0, TimeSpan.Zero);

    internal static Gen<List<NetworkConnection>> Lists { get; } =
        Gen.Select(Gen.Int[0, 179], Gen.OneOf<string?>("A", "B", null), Gen.OneOf<string>("203.0.113.1", "203.0.113.2", "10.1.2.3"), Gen.OneOf<string?>("a.exe", "chrome.exe", null), Gen.OneOf(443, 80, 8080, 1024))
            .Select((minute, host, address, image, port) => At(minute, host, address, image, port)).List[0, 40];

    internal static NetworkConnection At(double minute, string? host = "A", string address = "203.0.113.1", string? image = "a.exe", int port = 443) =>
        new(Start.AddMinutes(minute), host, "u", image, "a.exe -x", IPAddress.Parse(address), port);
}
