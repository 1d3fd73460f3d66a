using System.Net;

namespace DetectionKit.Engine;

/// <summary>An address by value: an IPv4-mapped one is IPv4, in the key's value too, so that it does not depend on which came first.</summary>
internal readonly struct AddressPart(IPAddress? value) : IKeyPart<AddressPart, IPAddress?>
{
    public IPAddress? Value { get; } = AddressValue.Plain(value);

    public bool SameAs(in AddressPart other) => ReferenceEquals(Value, other.Value) || ValueEquality<IPAddress?>.Comparer.Equals(Value, other.Value);

    public int Hash() => Value is null ? 1 : ValueEquality<IPAddress?>.Comparer.GetHashCode(Value);

    public void WriteTo(CanonicalBytes bytes) => bytes.Address(Value);
}
