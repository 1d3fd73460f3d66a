using System.Text;
using CsCheck;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Mapping;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Tests.Mapping;

/// <summary>Holds what is read of the scanned fields of records against what is made of them whole.</summary>
internal static class WholeDocuments
{
    /// <summary>Whether lines give the same events, at the same places, and the same that are passed over or malformed.</summary>
    /// <param name="format">How they are read.</param>
    /// <param name="lines">The lines, in Latin-1.</param>
    /// <param name="way">0 for standard input, 1 for a file, 2 for a file on several threads.</param>
    /// <param name="foldCase">Whether names are turned into lower case.</param>
    /// <param name="reads">What is read of the fields' events; null for all.</param>
    /// <param name="shown">What is read so of an event.</param>
    public static bool AreRead<T>(IEventFormat format, string[] lines, int way, bool foldCase, EventReads<T>? reads = null, Func<T, string>? shown = null)
    {
        shown ??= e => $"{e}";
        using var folder = new TempFolder();
        var bytes = Encoding.Latin1.GetBytes(string.Join('\n', lines));
        string[] paths = [way > 0 ? folder.WriteBytes("events.ndjson", bytes) : "-"];
        var (expected, found) = (new SourceReport(), new SourceReport());
        var whole = Whole<T>(lines, paths[0], Options(format, bytes, foldCase), expected);
        var batches = way == 2
            ? EventFiles.ReadAsync(paths, Options(format, bytes, foldCase), found, reads).ToBlockingEnumerable().ToArray()
            : [.. EventFiles.Read(paths, Options(format, bytes, foldCase), found, reads)];
        return batches.All(batch => batch is ColumnBatch<T>)
            && Input.Events(batches).Select(shown).SequenceEqual(whole.Select(e => shown(e.Item)))
            && Input.Positions(batches).SequenceEqual(whole.Select(e => e.Position))
            && found.Skipped == expected.Skipped
            && found.MalformedSamples.Select(sample => $"{sample}").SequenceEqual(expected.MalformedSamples.Select(sample => $"{sample}"));
    }

    /// <summary>What the scanned fields of a record say that it is.</summary>
    public static MappedKind KindOf(MappedRecord record, string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var values = new FieldValues(record.Fields);
        RecordScanner.Of(record.Scope).Read(bytes, values).ShouldBeNull();
        return record.Judge(bytes, values);
    }

    public static SourceOptions Options(IEventFormat format, byte[] bytes, bool foldCase) =>
        new() { Format = format.Name, Formats = [format], StandardInput = new MemoryStream(bytes), FoldCase = foldCase, BatchSize = 7, MaxDegreeOfParallelism = 2 };

    /// <summary>Values of which some are rare, so that most records are read by their fields.</summary>
    public static Gen<string> Values(string[] usual, string[] rare) => Gen.Frequency((20, Gen.OneOf(usual)), (1, Gen.OneOf(rare)));

    // Without columns, a decoder reads whole documents.
    private static List<(T Item, EventPosition Position)> Whole<T>(string[] lines, string path, SourceOptions options, SourceReport report)
    {
        var context = new DecoderContext(options, report);
        using var decoder = options.Formats[0].CreateDecoder<T>(context)!;
        var output = new EventOutput<T>(context);
        for (var i = 0; i < lines.Length; i++) decoder.Decode(Encoding.Latin1.GetBytes(lines[i]), new(path, i + 1), output);
        return [.. Enumerable.Range(0, output.Count).Select(i => output[i])];
    }
}
