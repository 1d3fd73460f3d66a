using System.Runtime.CompilerServices;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Members;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Mapping;

/// <summary>Turns JSON objects into events: by their scanned fields where these tell all, and else as whole documents.</summary>
/// <param name="context">The run's options and report.</param>
/// <param name="documents">Reads whole documents.</param>
/// <param name="record">An event's record; null where it takes a whole document to find its members.</param>
internal sealed class MappingDecoder<T>(DecoderContext context, DocumentDecoder<T> documents, MappedRecord? record) : IEventDecoder<T>, IScanningDecoder<T>
    where T : class
{
    private static readonly string? s_time = EventTime.MemberOf(typeof(T))?.Name;
    private readonly FieldValues _inBlock = new(record?.Fields ?? 0);
    private MemberColumns<T>? _columns;

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => null;

    /// <inheritdoc/>
    public RecordScanner? ScannerOf(EventOutput<T> output)
    {
        _columns = output.Gatherer as MemberColumns<T>;
        return _columns?.Scanner;
    }

    /// <inheritdoc/>
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> bytes)
    {
        if (s_time is null) return null;
        var kind = _columns?.TryScan(bytes) == true ? record!.Judge(bytes, _columns.Values) : MappedKind.Unknown;
        if (kind == MappedKind.Other) return null;
        return (kind == MappedKind.Event ? _columns!.TimeOf(bytes, s_time) : null) ?? documents.TimeOf(bytes);
    }

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> bytes, EventPosition position, EventOutput<T> output)
    {
        if (output.Columns is not MemberColumns<T> columns || !TryDecode(bytes, position, columns)) documents.Decode(bytes, position, output);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int DecodeAlone(ScannedBlock block, int first, int count, string source, EventOutput<T> output)
    {
        if (output.Columns is not MemberColumns<T> columns) return 0;
        for (var (i, added) = (first, first); ; i++)
        {
            var kind = i < first + count ? KindOf(block, i) : MappedKind.Unknown;
            if (kind == MappedKind.Event) continue;
            added += columns.Add(block, added, i - added, source);
            if (added < i || kind == MappedKind.Unknown) return added - first;
            context.Report.Add(SourceCounter.Skipped);
            added++;
        }
    }

    /// <inheritdoc/>
    public bool Release(EventOutput<T> output, bool atEnd) => false;

    /// <inheritdoc/>
    public void Dispose() => documents.Dispose();

    // What is found goes where the record's fields stand.
    private MappedKind KindOf(ScannedBlock block, int number)
    {
        ref readonly var found = ref block[number];
        if (!found.IsScanned || found.Fault is not null) return MappedKind.Unknown;
        block.Target(number, _inBlock);
        return record!.Judge(block.Record(number), _inBlock);
    }

    // Adds the record's event, or passes over it; false where that takes a whole document, or the record is malformed.
    private bool TryDecode(ReadOnlySpan<byte> bytes, EventPosition position, MemberColumns<T> columns)
    {
        if (!columns.TryScan(bytes)) return false;
        var kind = record!.Judge(bytes, columns.Values);
        if (kind == MappedKind.Event) return columns.TryAddScanned(bytes, position);
        if (kind == MappedKind.Other) context.Report.Add(SourceCounter.Skipped);
        return kind == MappedKind.Other;
    }
}
