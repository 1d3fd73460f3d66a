using System.Net;
using System.Net.Sockets;

namespace DetectionKit.Engine;

/// <summary>An address in its plain form.</summary>
internal readonly struct CodedAddress(IPAddress value, uint hash) : ICodedValue<IPAddress, CodedAddress>
{
    private readonly uint _hash = hash;

    public IPAddress? Value { get; } = value;

    public static IPAddress Plain(IPAddress value) => AddressValue.Plain(value)!;

    public static CodedAddress Of(IPAddress value, uint hash) => new(value, hash);

    // An address object keeps its hash code, which is seeded and looks at all of it.
    public static uint HashOf(IPAddress value) => (uint)value.GetHashCode();

    public static uint FullHashOf(IPAddress value) => (uint)value.GetHashCode();

    // One of version 6 has an array of its parts.
    public static int BytesOf(IPAddress value) => value.AddressFamily == AddressFamily.InterNetworkV6 ? 80 : 40;

    public bool Equals(CodedAddress other) => _hash == other._hash && (ReferenceEquals(Value, other.Value) || Value!.Equals(other.Value));

    public override bool Equals(object? obj) => obj is CodedAddress other && Equals(other);

    public override int GetHashCode() => (int)_hash;
}
