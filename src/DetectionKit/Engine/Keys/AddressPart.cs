using System.Net;

namespace DetectionKit.Engine;

/// <summary>An address by value: an IPv4-mapped one is IPv4, in the key's value too, so that it does not depend on which came first.</summary>
internal readonly struct AddressPart(IPAddress? value) : IKeyPart<AddressPart, IPAddress?>
{
    public IPAddress? Value { get; } = AddressValue.Plain(value);

    public bool SameAs(in AddressPart other) => ReferenceEquals(Value, other.Value) || ValueEquality<IPAddress?>.Comparer.Equals(Value, other.Value);

    public int Hash()
    {
        if (Value is null) return 1;
        var value = AddressValue.Of(Value);
        return (int)(uint)value ^ ((int)(value >> 32) * 31) ^ ((int)(value >> 64) * 961) ^ ((int)(value >> 96) * 29791);
    }

    public void WriteTo(CanonicalBytes bytes) => bytes.Address(Value);
}
