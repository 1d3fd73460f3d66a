using System.Net;

namespace DetectionKit.Engine;

/// <summary>Addresses by value: an IPv4-mapped one is IPv4, in the key's value too, so that it does not depend on which came first.</summary>
internal sealed class AddressColumn : CodedColumn<IPAddress?, IPAddress, CodedAddress>
{
    public override int CodeOf(IPAddress? value) => ValuesByCode.CodeOf(value);

    public override IPAddress? ValueOf(int code) => ValuesByCode.ValueOf(code);

    internal override void Encode(int count)
    {
        if (!HasCodesOfBlock) ValuesByCode.Encode(Values, count, Codes);
    }
}
