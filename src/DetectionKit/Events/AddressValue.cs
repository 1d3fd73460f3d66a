using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace DetectionKit;

/// <summary>An address as one number of 128 bits, IPv4 in its mapped form (RFC 4291 section 2.5.5.2), so that addresses of both families compare.</summary>
internal static class AddressValue
{
    /// <summary>::ffff:0.0.0.0.</summary>
    internal static readonly UInt128 Mapped = new(0, 0x0000_FFFF_0000_0000);

    internal static UInt128 Of(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return Mapped | IPv4(address);
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>Whether a value of <see cref="Of"/> is IPv4.</summary>
    internal static bool IsIPv4(UInt128 value) => value >> 32 == Mapped >> 32;

    /// <summary>The address of a number: of its low 32 bits when IPv4, of all when not.</summary>
    internal static IPAddress ToAddress(UInt128 value, bool isIPv4)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return new(isIPv4 ? bytes[12..] : bytes);
    }

    /// <summary>The address by which groups and values are told apart: IPv4 for an IPv4-mapped one, and without a scope, which is the business of the machine that saw it.</summary>
    internal static IPAddress? Plain(IPAddress? address) => address switch
    {
        null or { AddressFamily: AddressFamily.InterNetwork } => address,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { ScopeId: not 0 } => new(address.GetAddressBytes()),
        _ => address,
    };

    /// <summary>An IPv4 address as a number.</summary>
    internal static uint IPv4(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
