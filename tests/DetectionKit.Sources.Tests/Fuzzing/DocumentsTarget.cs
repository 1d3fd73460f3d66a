using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>JSON documents, a line each: the scanned fields give what whole documents give.</summary>
internal abstract class DocumentsTarget<T> : IFuzzTarget
{
    /// <inheritdoc/>
    public abstract IEnumerable<byte[]> Seeds { get; }

    /// <summary>How they are read.</summary>
    protected abstract IEventFormat Format { get; }

    /// <inheritdoc/>
    public void Run(byte[] input)
    {
        // A first line of its own keeps the input from beginning like a document.
        byte[] lines = [.. "first\n"u8, .. input];
        using var stream = new MemoryStream(lines);
        var options = new SourceOptions { StandardInput = stream, Format = Format.Name, Formats = [Format] };
        var (expected, found) = (new SourceReport(), new SourceReport());
        var events = string.Join('\n', Input.Events(EventFiles.Read<T>("-", options, found)).Select(e => $"{e}"));

        // Without columns, a decoder reads whole documents.
        var context = new DecoderContext(options, expected);
        using var decoder = Format.CreateDecoder<T>(context)!;
        var output = new EventOutput<T>(context);
        var number = 0;
        foreach (var range in lines.AsSpan().Split((byte)'\n'))
        {
            number++;
            var line = lines.AsSpan(range).Trim(" \t\r"u8);
            if (!line.IsEmpty) decoder.Decode(line, new("-", number), output);
        }

        FuzzFailureException.ThrowIfDifferent(Shown(string.Join('\n', Enumerable.Range(0, output.Count).Select(i => $"{output[i].Item}")), expected), Shown(events, found));
    }

    private static string Shown(string events, SourceReport report) => $"{events}\n{report.Skipped}\n{string.Join('\n', report.MalformedSamples.Select(Shown))}";

    // At which byte is counted from where the record begins: with the blanks before it, or without.
    private static string Shown(MalformedRecord record) => $"{record.Position} {(record.Reason.StartsWith("it is not valid JSON", StringComparison.Ordinal) ? "invalid" : record.Reason)}";
}
