using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Members;
using DetectionKit.Sources.Records;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Contracts;

/// <summary>Turns a user's own JSON records into events by a System.Text.Json contract.</summary>
/// <param name="contract">The contract.</param>
/// <param name="time">What gives the event time; null where a property does, or nobody asks.</param>
/// <param name="timeProperty">The property that is the event time; null where it is made otherwise, or nobody asks.</param>
internal sealed class ContractDecoder<T>(JsonTypeInfo<T> contract, Func<T, DateTimeOffset>? time, JsonPropertyInfo? timeProperty) : IEventDecoder<T>, IScanningDecoder<T>
{
    private readonly string? _timeMember = (timeProperty?.AttributeProvider as MemberInfo)?.Name;
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
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record)
    {
        if (time is null && timeProperty is null) return null;
        if (_timeMember is not null && _columns?.TryScan(record) == true && _columns.TimeOf(record, _timeMember) is { } found) return found;
        return Read(record, out var item) is not null ? null : time is not null ? time(item!) : (DateTimeOffset)timeProperty!.Get!(item!)!;
    }

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output)
    {
        var columns = output.Columns as MemberColumns<T>;
        if (columns?.TryAdd(record, position) == true) return;
        if (Read(record, out var item) is { } fault)
        {
            output.Malformed(position, fault);
            return;
        }

        columns?.Learn(item!);
        output.Add(item!, position);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int DecodeAlone(ScannedBlock block, int first, int count, string source, EventOutput<T> output)
    {
        if (output.Columns is not MemberColumns<T> columns) return 0;

        // Where one can't be read by its columns, as it lacks a member, nor can those that follow, as a rule: to try all of them again for each would cost more than it gains.
        for (var i = first + columns.Add(block, first, count, source); i < first + count; i++)
        {
            if (block[i].Status != RecordStatus.Record) return i - first;
            var record = block.Record(i);
            var position = new EventPosition(source, block.LineOf(i));
            columns.Scanner.Expect(block, i);
            if (columns.TryAdd(record, position)) continue;
            if (Read(record, out var item) is not null) return i - first;
            columns.Learn(item!);
            output.Add(item!, position);
        }

        return count;
    }

    /// <inheritdoc/>
    public bool Release(EventOutput<T> output, bool atEnd) => false;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private string? Read(ReadOnlySpan<byte> record, out T? item)
    {
        item = default;
        try
        {
            item = JsonSerializer.Deserialize(record, contract);
            return item is null ? RecordParser.NotAnObject : null;
        }
        catch (JsonException e)
        {
            return e.Path is { Length: > 1 } path ? $"{path} can't be read as {typeof(T).Name}: {e.Message}" : RecordParser.Describe(e);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or OverflowException or NotSupportedException)
        {
            // What a constructor, a setter or a converter of the user's type throws concerns this record.
            return $"{typeof(T).Name} refuses it: {e.Message}";
        }
    }
}
