using System.Text;

namespace DetectionKit.Sources.Tests;

/// <summary>Reads text through standard input, as the shortest way into the whole pipeline.</summary>
internal static class Input
{
    public static NetworkConnection[] Connections(IEnumerable<string> lines, SourceReport? report = null, Func<Stream, SourceOptions>? options = null) =>
        Connections(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))), report, options);

    public static NetworkConnection[] Connections(byte[] bytes, SourceReport? report = null, Func<Stream, SourceOptions>? options = null) =>
        Events(EventFiles.Read<NetworkConnection>("-", Options(bytes, options), report));

    public static SourceOptions Options(byte[] bytes, Func<Stream, SourceOptions>? options = null)
    {
        var stream = new MemoryStream(bytes);
        return options?.Invoke(stream) ?? new SourceOptions { StandardInput = stream };
    }

    public static T[] Events<T>(IEnumerable<EventBatch<T>> batches) => [.. batches.SelectMany(b => Enumerable.Range(0, b.Count).Select(b.Materialise))];

    public static EventPosition[] Positions<T>(IEnumerable<EventBatch<T>> batches) =>
        [.. batches.SelectMany(b => Enumerable.Range(0, b.Count).Select(i => b.PositionOf(i)!.Value))];

    /// <summary>Connections in an order that does not depend on the input's.</summary>
    public static string[] Sorted(IEnumerable<NetworkConnection> connections) => [.. connections.Select(c => c.ToString()).Order(StringComparer.Ordinal)];
}
