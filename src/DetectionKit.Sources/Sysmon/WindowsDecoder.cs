using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Sysmon;

/// <summary>Turns Windows events of some kinds into events of one type, each from its record alone.</summary>
/// <param name="context">The run's options and report.</param>
/// <param name="kinds">The kinds.</param>
/// <param name="make">Makes the event of a record of these kinds; says what is wrong with the record, or null.</param>
internal sealed class WindowsDecoder<T>(DecoderContext context, IReadOnlyList<SysmonKind> kinds, WindowsDecoder<T>.Maker make) : IEventDecoder<T>, IScanningDecoder<T>
{
    private readonly SysmonRecord _record = new(context.Options);

    /// <summary>Makes an event of the record at hand.</summary>
    internal delegate string? Maker(SysmonRecord record, ReadOnlySpan<byte> bytes, SysmonKind kind, DateTimeOffset time, out T made);

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => null;

    /// <inheritdoc/>
    public RecordScanner ScannerOf(EventOutput<T> output) => _record.Scanner;

    /// <inheritdoc/>
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record) =>
        _record.Read(record, out var kind) is null && kind != SysmonKind.Other && _record.Time(record, out var ticks, out _) is null ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output)
    {
        if (_record.Read(record, out var kind) is { } fault)
        {
            output.Malformed(position, fault);
            return;
        }

        if (!kinds.Contains(kind))
        {
            output.Skip();
            return;
        }

        if (_record.Time(record, out var ticks, out var isFallback) is { } noTime)
        {
            output.Malformed(position, noTime);
            return;
        }

        if (isFallback) context.Report.Add(SourceCounter.TimeFallbacks);
        if (make(_record, record, kind, new DateTimeOffset(ticks, TimeSpan.Zero), out var made) is { } reason) output.Malformed(position, reason);
        else output.Add(made, position);
    }

    /// <inheritdoc/>
    public bool Release(EventOutput<T> output, bool atEnd) => false;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
