using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers;

/// <summary>The members that both shapes of FDR have, with the names, types and order of magnitude of recorded lines.</summary>
internal static class FdrLine
{
    /// <summary>What a connection says of itself, up to the members of its process.</summary>
    public static void BeginConnection(LineBuffer line, SimulatedConnection connection)
    {
        var host = connection.Process.Host;
        var over6 = connection.RemoteAddress.AddressFamily == AddressFamily.InterNetworkV6;
        line.Raw("{\"event_simpleName\":\""u8).Raw(over6 ? "NetworkConnectIP6"u8 : "NetworkConnectIP4"u8);
        line.Raw("\",\"name\":\""u8).Raw(over6 ? "NetworkConnectIP6"u8 : "NetworkConnectIP4"u8).Raw(host.IsWindows ? "V5"u8 : "LinV5"u8);
        line.Raw("\",\"ContextTimeStamp\":\""u8).EpochSeconds(connection.Occurred);
        line.Raw("\",\"timestamp\":\""u8).EpochMilliseconds(connection.Reported);
        line.Raw("\",\"ContextProcessId\":\""u8).Number(connection.Process.Id);
        line.Raw(over6 ? "\",\"RemoteAddressIP6\":\""u8 : "\",\"RemoteAddressIP4\":\""u8).Address(connection.RemoteAddress);
        line.Raw("\",\"RemotePort\":\""u8).Number((ulong)connection.RemotePort);
        line.Raw("\",\"LocalPort\":\""u8).Number((ulong)connection.LocalPort);
        line.Raw("\",\"Protocol\":\""u8).Number((ulong)connection.Protocol);
        line.Raw("\",\"ConnectionDirection\":\"0\",\"ConnectionFlags\":\"0\",\"InContext\":\"0\",\"EventOrigin\":\"1\""u8);
        line.Raw(over6 ? ",\"LocalAddressIP6\":\""u8 : ",\"LocalAddressIP4\":\""u8).Raw(LocalAddress(host, over6)).Raw("\""u8);
    }

    /// <summary>A look-up of a name, up to the members of its process.</summary>
    public static void BeginDnsRequest(LineBuffer line, SimulatedDnsRequest request)
    {
        line.Raw("{\"event_simpleName\":\"DnsRequest\",\"name\":\"DnsRequest"u8).Raw(request.Process.Host.IsWindows ? "V4"u8 : "LinV4"u8);
        line.Raw("\",\"ContextTimeStamp\":\""u8).EpochSeconds(request.Occurred);
        line.Raw("\",\"timestamp\":\""u8).EpochMilliseconds(request.Reported);
        line.Raw("\",\"ContextProcessId\":\""u8).Number(request.Process.Id).Raw("\",\"RequestType\":\"1\""u8).Text("DomainName", request.DomainName);
    }

    /// <summary>The members that name the sensor.</summary>
    public static void Sensor(LineBuffer line, Host host, string customerId)
    {
        line.Text("event_platform", host.IsWindows ? "Win" : "Lin").Text("aid", host.AgentId).Text("cid", customerId).Text("aip", host.Site.PublicAddress);
    }

    /// <summary>The members that tell of the sensor's state on sensor events.</summary>
    public static void SensorState(LineBuffer line, Host host)
    {
        line.Text("ConfigBuild", host.IsWindows ? "1007.3.0018909.1" : "1007.8.0017803.1").Text("ConfigStateHash", host.IsWindows ? "1763245019" : "2210398766");
        line.Raw(",\"EffectiveTransmissionClass\":\"3\",\"Entitlements\":\"15\""u8);
    }

    /// <summary>The id of the event, which closes the line.</summary>
    public static void End(LineBuffer line, ulong number)
    {
        // Two rounds of a bijection: different numbers give different ids that look random, as recorded ones do.
        var high = Scramble(number);
        var low = Scramble(high ^ number);
        line.Raw(",\"id\":\""u8);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        Span<byte> text = stackalloc byte[36];
        Utf8Formatter.TryFormat(new Guid(bytes, bigEndian: true), text, out _);
        line.Raw(text).Raw("\"}\n"u8);
    }

    /// <summary>A digest in place of that of the file, which does not exist: of the path, so that one image has one digest.</summary>
    public static string Digest(string image) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(image)));

    /// <summary>The last part of a path of either kind.</summary>
    public static string FileName(string image) => image[(image.LastIndexOfAny(['\\', '/']) + 1)..];

    private static ReadOnlySpan<byte> LocalAddress(Host host, bool over6) => Encoding.ASCII.GetBytes(over6 ? host.LocalAddress6 ?? "0:0:0:0:0:0:0:0" : host.LocalAddress);

    private static ulong Scramble(ulong z)
    {
        z = (z + 0x9E3779B97F4A7C15UL) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 29)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 32);
    }
}
