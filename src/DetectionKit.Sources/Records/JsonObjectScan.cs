using System.Buffers;

namespace DetectionKit.Sources.Records;

/// <summary>
/// Finds where a JSON object ends that may span lines, by its braces; it can be fed in pieces. It does not check the object: the decoder does. A line
/// break ends a string, as it can't stand in one, so that a missing quote does not swallow the rest of the file.
/// </summary>
internal struct JsonObjectScan
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\\n"u8);

    private int _depth;
    private bool _inString;
    private bool _escaped;

    /// <summary>The index after the object's last brace, or -1 when it does not end in these bytes.</summary>
    public int Find(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_escaped)
            {
                _escaped = false;
                continue;
            }

            var next = bytes[i..].IndexOfAny(_inString ? InString : Structure);
            if (next < 0) return -1;
            i += next;
            switch (bytes[i])
            {
                case (byte)'\\':
                    _escaped = true;
                    break;
                case (byte)'"' or (byte)'\n':
                    _inString = !_inString;
                    break;
                case (byte)'{' or (byte)'[':
                    _depth++;
                    break;
                default:
                    if (--_depth <= 0) return i + 1;
                    break;
            }
        }

        return -1;
    }
}
