using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>JSON that a mapping turns into flows.</summary>
internal sealed class MappingTarget : DocumentsTarget<NetworkFlow>
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
    public override IEnumerable<byte[]> Seeds =>
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
    protected override IEventFormat Format => s_mapping.Value;
}
