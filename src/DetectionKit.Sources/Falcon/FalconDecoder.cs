using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Joining;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Falcon;

/// <summary>
/// Turns FDR records into connections or process starts. Whether a value is the event's own or joined is decided field by field, so that raw, enriched and half-enriched
/// events may be mixed.
/// </summary>
internal sealed class FalconDecoder<T> : JoiningDecoder<T>, IScanningDecoder<T>
{
    private readonly FalconRecord _record;
    private readonly FalconTables _tables;

    private readonly ExpectedJoins _joins;
    private ExpectedRecords _expected;

    private readonly CompleteConnections _complete;
    private readonly ConnectionRun _run = new();

    private readonly bool _makesStarts = typeof(T) == typeof(ProcessStart);

    /// <param name="context">The run's options and report.</param>
    /// <param name="make">Makes the event of what is known.</param>
    public FalconDecoder(DecoderContext context, Func<ConnectionDraft, T> make)
        : base(context, make)
    {
        _record = new FalconRecord(context.Options);
        _complete = new CompleteConnections(context.Options);
        _tables = new FalconTables(context.Options.Limits, context.Report);
        _joins = new ExpectedJoins(_record, _tables);
    }

    /// <inheritdoc/>
    public RecordScanner ScannerOf(EventOutput<T> output) => _record.Scanner;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Expect(ScannedBlock block, int first, int count, EventOutput<T> output)
    {
        _expected = default;
        if ((object?)output.Gatherer is not ConnectionColumns columns) return;
        _joins.Clear();
        for (var i = 0; i < count; i++)
        {
            // A start goes to no column, and what is neither it nor a connection asks for nothing. An event whose name is not plain may be either.
            FalconKind? kind = block.TryGetText(first + i, FalconField.EventName, out var name) ? FalconRecord.KindOf(name) : null;
            if (kind is FalconKind.Other or FalconKind.UserIdentity) continue;
            var isStart = kind == FalconKind.ProcessStart;
            if ((isStart || !ExpectTexts(columns, block, first + i, i)) && Options.Disorder.HasTolerance) _joins.Expect(i, block, first + i, isStart);
        }

        columns.Fetch(count);
        _joins.Find(block);
        _expected = new(block, first, count);
    }

    /// <summary>Expects the texts of a connection, whether or not one before it is missing, and its address.</summary>
    /// <returns>Whether all are there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool ExpectTexts(ConnectionColumns columns, ScannedBlock block, int record, int number)
    {
        if (block.TryGetWritten(record, FalconField.RemoteAddressIP4, out var address) || block.TryGetWritten(record, FalconField.RemoteAddressIP6, out address)) columns.Addresses.Expect(number, address);
        return Expect(columns.Hosts, FalconField.ComputerName) & Expect(columns.Users, FalconField.UserName) & Expect(columns.Images, FalconField.ImageFileName) & Expect(columns.CommandLines, FalconField.CommandLine);

        bool Expect(CodedTexts texts, int field)
        {
            if (!block.TryGetWritten(record, field, out var text)) return false;
            texts.Expect(number, text);
            return true;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset? TimeOf(ReadOnlySpan<byte> record)
    {
        if (_record.Read(record) is not null || _record.Kind(record) is FalconKind.Other or FalconKind.AgentRow) return null;
        return _record.Time(record, out var ticks, out _) is null ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output)
    {
        if (_record.Read(record) is { } fault)
        {
            output.Malformed(position, fault);
            return;
        }

        var kind = _record.Kind(record);
        fault = kind switch
        {
            FalconKind.ConnectionIP4 or FalconKind.ConnectionIP6 when !_makesStarts => ReadConnection(record, kind, position, output),
            FalconKind.ProcessStart => ReadProcess(record) ?? (_makesStarts ? ReadStart(record, position, output) : null),
            FalconKind.UserIdentity => ReadUser(record),
            FalconKind.AgentRow => ReadAgent(record),
            _ => null,
        };
        if (fault is not null) output.Malformed(position, fault);
        else if (_makesStarts ? kind != FalconKind.ProcessStart : kind is not (FalconKind.ConnectionIP4 or FalconKind.ConnectionIP6)) output.Skip();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int DecodeAlone(ScannedBlock block, int first, int count, string source, EventOutput<T> output)
    {
        if (_makesStarts || (object?)output.Gatherer is not ConnectionColumns columns) return 0;
        var decoded = _complete.Read(block, first, count, source, _run);
        if (_run.Count > 0)
        {
            if (!output.TakesRows) return 0;
            columns.Expect(_run, block.Bytes);
            var left = _run.FindAddresses(block.Bytes, columns.Addresses);
            if (_run.Count > 0) left = _run.Cut(Observe(_run.Times)) ?? left;
            if (left is { } record) decoded = record - first;
            columns.Add(_run, block.Bytes);
        }

        Report.Add(SourceCounter.Skipped, decoded - _run.Count);
        return decoded;
    }

    /// <inheritdoc/>
    protected override bool Joins(in ConnectionDraft draft) => draft.Machine is not null && (draft.Host is null || FalconTables.LacksProcess(draft));

    /// <inheritdoc/>
    protected override MissingRows Find(in ConnectionDraft draft, out JoinedRows rows) => _tables.Find(draft, out rows);

    /// <inheritdoc/>
    protected override void Complete(ref ConnectionDraft draft, in JoinedRows rows) => rows.Complete(ref draft, _record.Images, _record.CommandLines);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? ReadConnection(ReadOnlySpan<byte> record, FalconKind kind, EventPosition position, EventOutput<T> output)
    {
        if (_record.Time(record, out var ticks, out var isFallback) is { } noTime) return noTime;
        var expected = _expected.NumberOf(_record.Scanner);
        if (output.Gatherer is not null && TryJoin(record, expected, out var join) && (object?)output.Columns is ConnectionColumns columns) return ReadCoded(record, kind, ticks, isFallback, position, columns, expected, join);
        if (_record.Address(record, kind, out var address) is { } noAddress) return noAddress;
        if (_record.Port(record, out var port) is { } noPort) return noPort;
        if (_record.NestedTextField() is { } nested) return $"{nested} is an object or an array, not text";
        if (isFallback) Report.Add(SourceCounter.TimeFallbacks);
        var agent = _record.AgentId(record);
        if (_record.ProcessId(record, FalconField.ContextProcessId, out var process) && process is null) CountUnusableProcess();
        Accept(
            new ConnectionDraft
            {
                Ticks = ticks,
                Address = address!,
                Port = port,
                Position = position,
                Host = _record.Host(record),
                User = _record.User(record),
                Image = _record.Image(record),
                CommandLine = _record.CommandLine(record),
                Machine = agent,
                Process = process,
            },
            output);
        return null;
    }

    // Under Disorder.Any an event waits for rows to the end; those that there are now may not be the last.
    private bool TryJoin(ReadOnlySpan<byte> record, int expected, out JoinedRows join)
    {
        join = default;
        return _record.IsComplete || (Options.Disorder.HasTolerance && _tables.TryFind(_record, record, _joins.PlaceOfJoined(expected), out join));
    }

    // An event that says all, or finds what it lacks, goes to the columns without becoming an object. By itself: what both ways together need on the stack would have to be cleared for each.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private string? ReadCoded(ReadOnlySpan<byte> record, FalconKind kind, long ticks, bool isFallback, EventPosition position, ConnectionColumns columns, int expected, in JoinedRows join)
    {
        if (_record.Address(record, kind, columns.Addresses, expected, out var address) is { } noAddress) return noAddress;
        if (_record.Port(record, out var port) is { } noPort) return noPort;
        if (_record.NestedTextField() is { } nested) return $"{nested} is an object or an array, not text";
        if (isFallback) Report.Add(SourceCounter.TimeFallbacks);
        if (_record.ProcessId(record, FalconField.ContextProcessId, out var process) && process is null) CountUnusableProcess();
        Observe(ticks);
        columns.Add(ticks, port, position, new FalconValues(_record, record, columns, address, process, expected, join));
        return null;
    }

    /// <summary>A process id that is none finds no process; the connection itself is sound.</summary>
    private void CountUnusableProcess()
    {
        Report.Add(SourceCounter.Unmatched);
        Report.Add(SourceCounter.UnmatchedProcesses);
    }

    private string? ReadProcess(ReadOnlySpan<byte> record)
    {
        var number = _expected.NumberOf(_record.Scanner);
        var expected = _joins.PlaceOfStart(number);
        if ((expected < 0 ? _record.AgentId(record) : _tables.AgentOf(expected)) is not { } agent) return null;
        if (!_record.ProcessId(record, FalconField.TargetProcessId, out var process)) return null;
        if (process is null) return "TargetProcessId is no number of 64 bits";
        var names = ProcessNames.Of(_record.Host(record), _record.User(record), _record.IsWindows(record) ? null : _record.UserId(record));
        var row = new ProcessRow(TimeOrLeast(record), _record.StartImage(record), _record.StartCommandLine(record, _joins.CommandLineOfStart(number)), names)
        {
            UserSid = (expected < 0 ? null : _tables.SidOf(expected)) ?? _record.UserSid(record),
        };
        _tables.Put(new ProcessKey(agent, process.Value), row, expected);
        return null;
    }

    // Its own row is among those that it may join, so that its user is found as a connection's is.
    private string? ReadStart(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output)
    {
        if (_record.Time(record, out var ticks, out var isFallback) is { } noTime) return noTime;
        if (isFallback) Report.Add(SourceCounter.TimeFallbacks);
        _record.ProcessId(record, FalconField.TargetProcessId, out var process);
        Accept(
            new ConnectionDraft
            {
                Ticks = ticks,
                Position = position,
                Host = _record.Host(record),
                User = _record.User(record),
                Image = _record.Image(record),
                CommandLine = _record.CommandLine(record),
                Machine = _record.AgentId(record),
                Process = process,
                Parent = _record.Parent(record),
            },
            output);
        return null;
    }

    private string? ReadUser(ReadOnlySpan<byte> record)
    {
        var name = _record.User(record) is { Length: > 0 } own ? own : _record.UserPrincipal(record);
        var ticks = TimeOrLeast(record);
        if (_record.AgentId(record) is not { } agent || string.IsNullOrEmpty(name)) return null;
        var row = new NameRow(ticks, name);
        if (_record.UserSid(record) is { } sid) _tables.Put(new UserKey(agent, sid, IsNumber: false), row);
        if (!_record.IsWindows(record) && _record.UserId(record) is { } number) _tables.Put(new UserKey(agent, number, IsNumber: true), row);
        return null;
    }

    private string? ReadAgent(ReadOnlySpan<byte> record)
    {
        if (_record.Host(record) is { } host && !IsNone(host) && _record.AgentId(record) is { } agent)
        {
            _tables.Put(agent, new NameRow(_record.AgentRowTime(record), host));
        }

        return null;
    }

    /// <summary>What aidmaster writes where it knows no name.</summary>
    private static bool IsNone(string host) => host is "" or "-" || string.Equals(host, "none", StringComparison.OrdinalIgnoreCase);

    /// <summary>The time of a row that connections join, which moves the clock; one without a time loses to any that has one.</summary>
    private long TimeOrLeast(ReadOnlySpan<byte> record)
    {
        if (_record.Time(record, out var ticks, out _) is not null) return 0;
        Observe(ticks);
        return ticks;
    }
}
