using System.Net;
using System.Text;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Columns;

/// <summary>Addresses.</summary>
/// <param name="sharers">How many columns of them there are at a time.</param>
internal sealed class CodedAddresses(int sharers = 1) : CodedValues<IPAddress>(sharers)
{
    private readonly AddressText _addresses = new();

    /// <inheritdoc/>
    public override int IndexOf(IPAddress value)
    {
        TryGet(Encoding.UTF8.GetBytes(value.ToString()), isEscaped: false, out var index);
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
