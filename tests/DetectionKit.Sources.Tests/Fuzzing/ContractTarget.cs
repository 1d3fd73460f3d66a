using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Tests.Contracts;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>A user's own JSON, a line each: columns hold what System.Text.Json makes of each line, and what it refuses is malformed.</summary>
internal sealed class ContractTarget : IFuzzTarget
{
    /// <summary>Files to begin with.</summary>
    public static IEnumerable<byte[]> Files { get; } =
    [
        """
        {"At":"2024-03-01T00:00:00Z","User":"u","page":"/a","Status":200,"Bytes":5,"Kind":"Write","Seconds":2,"Agent":"x","From":"https://example.com/"}
        {"At":"2024-03-01T00:00:01.5Z","User":"\u0075","page":"\/a","Status":404,"Bytes":null,"Kind":"Read","Seconds":0.25,"Agent":"\u00fc\\","From":null}
        {"At":"2024-03-01T01:00:01+01:00","User":null,"page":"/b","Status":200,"Bytes":-5,"Kind":1,"Agent":null,"Seconds":1,"other":{"User":"x"}}
        """u8.ToArray(),
        """
        {"Status":200,"At":"2024-03-01T00:00:00.1234567Z","page":"/a","User":"twice","User":"u"}
        {"Status":"200","At":"2024-03-01","page":7}
        {"Seconds":1e3,"Status":1,"At":"2024-03-01T00:00:00Z","page":"ü"}
        {"seconds":"1e3","STATUS":"1","at":"2024-03-01T00:00:00Z","Page":"\/a","PAGE":"/b",}
        {"at":"2024-03-01T00:00:00Z","kind":"write","bytes":null,"page":null}
        """u8.ToArray(),
    ];

    /// <summary>What a detection reads that looks at every member.</summary>
    public static EventReads<Visit> Reads { get; } = Detection.Define("reads", (Events<Visit> events) => events
        .GroupBy(visit => new { visit.User, visit.Page, visit.Kind, visit.Agent })
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Sources = g.CountDistinct(visit => visit.From), Bytes = g.Sum(visit => visit.Bytes ?? 0), Seconds = g.Max(visit => visit.Seconds), Status = g.Max(visit => visit.Status) })
        .Select(g => new Load(g.Key.User, g.Sources, g.Bytes, g.Seconds, g.Status))).ReadsOf<Visit>();

    /// <inheritdoc/>
    public IEnumerable<byte[]> Seeds => Files;

    /// <inheritdoc/>
    public void Run(byte[] input)
    {
        Run(input, VisitContext.Default.Visit);
        Run(input, WebVisitContext.Default.Visit);
    }

    private static void Run(byte[] input, JsonTypeInfo<Visit> contract)
    {
        // A first line of its own keeps the input from beginning like a document.
        byte[] lines = [.. "first\n"u8, .. input];
        using var stream = new MemoryStream(lines);
        var report = new SourceReport();
        var found = Input.Events(EventFiles.Read("-", contract, new() { StandardInput = stream }, report, Reads)).Select(visit => $"{visit}").ToList();
        var (expected, malformed) = (new List<string>(), 0);
        foreach (var range in lines.AsSpan().Split((byte)'\n'))
        {
            var line = lines.AsSpan(range).Trim(" \t\r"u8);
            if (line.IsEmpty) continue;
            if (Parsed(line, contract) is { } visit) expected.Add($"{visit}");
            else malformed++;
        }

        FuzzFailureException.ThrowIfDifferent($"{string.Join('\n', expected)}\n{malformed}", $"{string.Join('\n', found)}\n{report.Malformed}");
    }

    private static Visit? Parsed(ReadOnlySpan<byte> line, JsonTypeInfo<Visit> contract)
    {
        try
        {
            return JsonSerializer.Deserialize(line, contract);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Load(string? User, int Sources, long Bytes, double Seconds, int Status);
}
