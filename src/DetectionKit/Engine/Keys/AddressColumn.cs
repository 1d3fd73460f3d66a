using System.Net;

namespace DetectionKit.Engine;

/// <summary>Addresses by value: an IPv4-mapped one is IPv4, in the key's value too, so that it does not depend on which came first.</summary>
internal sealed class AddressColumn : CodedColumn<IPAddress?, IPAddress, CodedAddress>
{
    public override int CodeOf(IPAddress? value) => ValuesByCode.CodeOf(AddressValue.Plain(value));

    public override IPAddress? ValueOf(int code) => ValuesByCode.ValueOf(code);

    internal override void Encode(int count)
    {
        for (var i = 0; i < count; i++) Values[i] = AddressValue.Plain(Values[i]);
        ValuesByCode.Encode(Values, count, Codes);
    }
}
