using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>JSON that a mapping turns into flows, a line each: the scanned fields give what whole documents give.</summary>
internal sealed class MappingTarget : IFuzzTarget
{
    private const string Text = """
        { "event": "NetworkFlow", "where": { "e.k": "c" }, "fields": { "Time": "ts", "Host": ["h.n", "h"], "Image": "p.x.y", "RemoteAddress": "d.ip", "RemotePort": "d.p", "BytesSent": "b", "Duration": "d.t", "IsAnswered": "a" } }
        """;

    private static readonly Lazy<FieldMapping> s_mapping = new(() =>
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Text);
            return FieldMapping.Load(file, [typeof(NetworkFlow)]);
        }
        finally
        {
            File.Delete(file);
        }
    });

    /// <inheritdoc/>
    public IEnumerable<byte[]> Seeds =>
    [
        """
        {"ts":1,"e":{"k":"c"},"h":{"n":"x"},"d":{"ip":"203.0.113.9","p":1,"t":0.5},"b":7,"a":true}
        {"ts":"2026-03-02T08:00:00Z","e":{"k":"C"},"h":"y","p":{"x":{"y":"\\u0061"}},"d":{"ip":"2001:db8::1","p":"2","t":"-"},"b":null}
        {"ts":3,"e.k":"c","h":{"n":null},"p.x":{"y":"z"},"d.ip":"203.0.113.9:5","d":{"p":3},"a":"1"}
        """u8.ToArray(),
        """
        {"ts":1,"e":{"k":"d"}}
        {"ts":4,"e":[{"k":"c"}],"h":["x"],"d":"{\"ip\":\"203.0.113.9\",\"p\":1}","p":{"x":"y","x.y":5}}
        {"ts":5,"e":{"k":"c"},"d":{"ip":"203.0.113.9"},"d":{"p":3},"h":"ü","h":"-"}
        """u8.ToArray(),
    ];

    /// <inheritdoc/>
    public void Run(byte[] input)
    {
        // A first line of its own keeps the input from beginning like a document.
        byte[] lines = [.. "first\n"u8, .. input];
        using var stream = new MemoryStream(lines);
        var options = new SourceOptions { StandardInput = stream, Format = s_mapping.Value.Name, Formats = [s_mapping.Value] };
        var (expected, found) = (new SourceReport(), new SourceReport());
        var flows = string.Join('\n', Input.Events(EventFiles.Read<NetworkFlow>("-", options, found)).Select(flow => $"{flow}"));

        // Without columns, a decoder reads whole documents.
        var context = new DecoderContext(options, expected);
        using var decoder = s_mapping.Value.CreateDecoder<NetworkFlow>(context)!;
        var output = new EventOutput<NetworkFlow>(context);
        var number = 0;
        foreach (var range in lines.AsSpan().Split((byte)'\n'))
        {
            number++;
            var line = lines.AsSpan(range).Trim(" \t\r"u8);
            if (!line.IsEmpty) decoder.Decode(line, new("-", number), output);
        }

        FuzzFailureException.ThrowIfDifferent(Shown(string.Join('\n', Enumerable.Range(0, output.Count).Select(i => $"{output[i].Item}")), expected), Shown(flows, found));
    }

    private static string Shown(string flows, SourceReport report) => $"{flows}\n{report.Skipped}\n{string.Join('\n', report.MalformedSamples.Select(Shown))}";

    // At which byte is counted from where the record begins: with the blanks before it, or without.
    private static string Shown(MalformedRecord record) => $"{record.Position} {(record.Reason.StartsWith("it is not valid JSON", StringComparison.Ordinal) ? "invalid" : record.Reason)}";
}
