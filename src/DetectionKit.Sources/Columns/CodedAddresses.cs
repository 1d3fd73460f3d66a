using System.Net;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Columns;

/// <summary>Addresses.</summary>
/// <param name="shared">Those of another thread, to have the values in common with; null for none.</param>
internal sealed class CodedAddresses(CodedAddresses? shared = null) : CodedValues<IPAddress>(shared)
{
    // An address of version 6 whose end is written as one of version 4 takes 45, a percent sign and the scope's number 11.
    private const int MostBytes = 64;

    private readonly AddressText _addresses = new();

    /// <inheritdoc/>
    public override int IndexOf(IPAddress value)
    {
        Span<byte> written = stackalloc byte[MostBytes];
        if (!value.TryFormat(written, out var length)) throw new ArgumentException("The address is longer than any is.", nameof(value));
        TryGet(written[..length], isEscaped: false, out var index);
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
