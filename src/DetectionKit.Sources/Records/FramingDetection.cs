namespace DetectionKit.Sources.Records;

/// <summary>
/// Tells lines from pretty-printed documents and arrays by how an input begins. Lines are presumed: documents are an array of objects, or a first line
/// that breaks off inside an object and is followed by one that goes on with it.
/// </summary>
internal static class FramingDetection
{
    private static ReadOnlySpan<byte> Blank => " \t\r\n"u8;

    public static RecordFraming Detect(ReadOnlySpan<byte> start, bool isWhole)
    {
        var unknown = isWhole ? RecordFraming.Lines : RecordFraming.Unknown;
        var text = start.TrimStart(Blank);
        if (text.IsEmpty) return unknown;
        if (text[0] == (byte)'[') return Array(text[1..].TrimStart(Blank), unknown);
        if (text[0] != (byte)'{') return RecordFraming.Lines;

        var end = text.IndexOf((byte)'\n');
        if (end < 0) return unknown;
        var line = text[..end].TrimEnd(Blank);
        if (line[^1] is not ((byte)'{' or (byte)'[' or (byte)',')) return RecordFraming.Lines;
        var next = text[(end + 1)..];
        if (next.IsEmpty) return unknown;
        return next[0] is (byte)' ' or (byte)'\t' or (byte)'"' or (byte)'}' or (byte)'\r' or (byte)'\n' ? RecordFraming.Documents : RecordFraming.Lines;
    }

    private static RecordFraming Array(ReadOnlySpan<byte> inside, RecordFraming unknown)
    {
        if (inside.IsEmpty) return unknown;
        return inside[0] is (byte)'{' or (byte)']' ? RecordFraming.Documents : RecordFraming.Lines;
    }
}
