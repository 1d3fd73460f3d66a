using System.Net;
using System.Text;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Columns;

/// <summary>Addresses.</summary>
internal sealed class CodedAddresses : CodedValues<IPAddress>
{
    private readonly AddressText _addresses = new();

    /// <summary>The index of an address that is an object already.</summary>
    public int IndexOf(IPAddress address)
    {
        TryGet(Encoding.UTF8.GetBytes(address.ToString()), isEscaped: false, out var index);
        return index;
    }

    /// <inheritdoc/>
    protected override bool TryDecode(ReadOnlySpan<byte> text, bool isEscaped, out IPAddress value)
    {
        if (isEscaped)
        {
            Span<byte> plain = new byte[text.Length];
            text = plain[..JsonText.Unescape(text, plain)];
        }

        var isAddress = _addresses.TryRead(text, out var address);
        value = address!;
        return isAddress;
    }
}
