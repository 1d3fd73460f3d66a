using System.Net;
using System.Text;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Columns;

/// <summary>Addresses.</summary>
/// <param name="shared">Those of another thread, to have the values in common with; null for none.</param>
internal sealed class CodedAddresses(CodedAddresses? shared = null) : CodedValues<IPAddress>(shared)
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
