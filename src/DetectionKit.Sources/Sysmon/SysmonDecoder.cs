using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Joining;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Sysmon;

/// <summary>
/// Turns Sysmon's event 3 into connections. Image and user are the event's own; the command line is that of the event 1 of the same host and ProcessGuid.
/// </summary>
internal sealed class SysmonDecoder : JoiningDecoder<NetworkConnection>, IScanningDecoder<NetworkConnection>
{
    private readonly StringPool _commandLines = new(1 << 14);
    private readonly SysmonRecord _record;
    private readonly RecentTable<ProcessKey, ProcessRow> _processes;
    private readonly LikelyProcess[] _likely = new LikelyProcess[ExpectedRecords.Most];
    private readonly RowPlace[] _found = new RowPlace[ExpectedRecords.Most];
    private ExpectedRecords _expected;

    public SysmonDecoder(DecoderContext context)
        : base(context, draft => draft.ToConnection())
    {
        var limits = context.Options.Limits;
        _record = new SysmonRecord(context.Options);
        _processes = new(limits.MaxProcesses, limits.MaxProcessBytes, context.Report, SourceCounter.EvictedProcesses, ProcessKey.IgnoringCase);
    }

    /// <inheritdoc/>
    public RecordScanner ScannerOf(EventOutput<NetworkConnection> output) => _record.Scanner;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Expect(ScannedBlock block, int first, int count, EventOutput<NetworkConnection> output)
    {
        _expected = default;
        if ((object?)output.Gatherer is not ConnectionColumns columns) return;
        for (var i = 0; i < count; i++)
        {
            if (block.TryGetWritten(first + i, SysmonField.User, out var text)) columns.Users.Expect(i, text);
            if (block.TryGetWritten(first + i, SysmonField.Image, out text)) columns.Images.Expect(i, text);
            if (block.TryGetWritten(first + i, SysmonField.DestinationIp, out text)) columns.Addresses.Expect(i, text);
            _likely[i] = Options.Disorder.HasTolerance ? _record.LikelyProcess(block, first + i) : default;
            if (_likely[i].Length > 0) _processes.Expect(_likely[i].Key);
        }

        columns.Fetch(count);
        var found = _processes.FindExpected();
        var place = 0;
        for (var i = 0; i < count; i++) _found[i] = _likely[i].Length > 0 ? found[place++] : default;
        _expected = new(block, first, count);
    }

    /// <inheritdoc/>
    public override DateTimeOffset? TimeOf(ReadOnlySpan<byte> record)
    {
        if (_record.Read(record, out var kind) is not null || kind == SysmonKind.Other) return null;
        return _record.Time(record, out var ticks, out _) is null ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<NetworkConnection> output)
    {
        if ((_record.Read(record, out var kind) ?? Read(record, kind, position, output)) is { } fault) output.Malformed(position, fault);
    }

    /// <inheritdoc/>
    protected override bool Joins(in ConnectionDraft draft) => draft.Process is not null;

    /// <inheritdoc/>
    protected override MissingRows Find(in ConnectionDraft draft, out JoinedRows rows)
    {
        rows = default;
        if (draft.Process is not { } process) return MissingRows.None;
        var row = _processes.Find(new ProcessKey(draft.Machine ?? "", process));
        if (row.IsNone) return MissingRows.Process;
        rows = new(ref _processes[row]);
        return MissingRows.None;
    }

    /// <inheritdoc/>
    protected override void Complete(ref ConnectionDraft draft, in JoinedRows rows) => rows.Complete(ref draft, images: _commandLines, _commandLines);

    private string? Read(ReadOnlySpan<byte> record, SysmonKind kind, EventPosition position, EventOutput<NetworkConnection> output)
    {
        if (kind == SysmonKind.Connection) return ReadConnection(record, position, output);
        if (kind == SysmonKind.ProcessStart) ReadProcess(record);
        output.Skip();
        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? ReadConnection(ReadOnlySpan<byte> record, EventPosition position, EventOutput<NetworkConnection> output)
    {
        if (_record.Initiated(record) is not { } initiated) return "Initiated is neither true nor false";
        if (!initiated)
        {
            Report.Add(SourceCounter.NotInitiated);
            output.Skip();
            return null;
        }

        if (_record.Time(record, out var ticks, out var isFallback) is { } noTime) return noTime;
        if (output.Gatherer is not null && TryJoin(record, out var row) && (object?)output.Columns is ConnectionColumns columns) return ReadCoded(record, ticks, isFallback, position, columns, row);
        if (_record.Address(record, out var address) is { } noAddress) return noAddress;
        if (_record.Port(record, out var port) is { } noPort) return noPort;
        if (isFallback) Report.Add(SourceCounter.TimeFallbacks);
        var host = _record.Host(record);
        Accept(
            new ConnectionDraft
            {
                Ticks = ticks,
                Address = address!,
                Port = port,
                Position = position,
                Host = host,
                User = _record.User(record),
                Image = _record.Image(record),
                Machine = host,
                Process = _record.ProcessGuid(record),
                ProcessName = _record.Process(record),
            },
            output);
        return null;
    }

    // Under Disorder.Any a connection of a process waits for its start to the end; the one that there is now may not be the last.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryJoin(ReadOnlySpan<byte> record, out RowPlace row)
    {
        row = default;
        var expected = _expected.NumberOf(_record.Scanner);
        if (_record.ProcessGuid(record, LikelyIn(expected)) is not { } process) return true;
        row = Options.Disorder.HasTolerance ? PlaceOf(new ProcessKey(_record.Host(record) ?? "", process), expected) : default;
        return !row.IsNone;
    }

    private LikelyProcess LikelyIn(int expected) => expected < 0 ? default : _likely[expected];

    // What was found ahead may have had to go since.
    private RowPlace PlaceOf(in ProcessKey key, int expected) =>
        LikelyIn(expected).Is(key) && _processes.TryUse(_found[expected]) ? _found[expected] : _processes.Find(key);

    // A connection that joins nothing, or has its process, goes to the columns without becoming an object.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private string? ReadCoded(ReadOnlySpan<byte> record, long ticks, bool isFallback, EventPosition position, ConnectionColumns columns, RowPlace row)
    {
        var expected = _expected.NumberOf(_record.Scanner);
        if (_record.Address(record, columns.Addresses, expected, out var address) is { } noAddress) return noAddress;
        if (_record.Port(record, out var port) is { } noPort) return noPort;
        if (isFallback) Report.Add(SourceCounter.TimeFallbacks);
        Observe(ticks);
        columns.Add(ticks, port, position, new SysmonValues(_record, record, columns, address, expected, ref row.IsNone ? ref Unsafe.NullRef<ProcessRow>() : ref _processes[row]));
        return null;
    }

    private void ReadProcess(ReadOnlySpan<byte> record)
    {
        var hasTime = _record.Time(record, out var ticks, out _) is null;
        if (hasTime) Observe(ticks);
        if (_record.ProcessGuid(record, LikelyIn(_expected.NumberOf(_record.Scanner))) is not { } process) return;
        _processes.Put(new ProcessKey(_record.Host(record) ?? "", process), new ProcessRow(hasTime ? ticks : 0, image: default, _record.StartCommandLine(record)));
    }
}
