using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Sysmon;

/// <summary>Turns PowerShell's event 4104 into scripts. One that comes in parts is put together; what is missing of it at the end is left out.</summary>
internal sealed class ScriptBlockDecoder(DecoderContext context) : IEventDecoder<ScriptBlock>, IScanningDecoder<ScriptBlock>
{
    private const int MaxParts = 10_000, MaxWaiting = 10_000;
    private readonly SysmonRecord _record = new(context.Options);
    private readonly Dictionary<(string? Host, string Id), Script> _waiting = [];

    private readonly Queue<(string? Host, string Id)> _order = new();
    private DateTimeOffset _latest;

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => _waiting.Count == 0 ? null : _waiting.Values.Min(script => script.Time);

    /// <inheritdoc/>
    public RecordScanner ScannerOf(EventOutput<ScriptBlock> output) => _record.Scanner;

    /// <inheritdoc/>
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record) =>
        _record.Read(record, out var kind) is null && kind == SysmonKind.ScriptBlock && _record.Time(record, out var ticks, out _) is null ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<ScriptBlock> output)
    {
        if ((_record.Read(record, out var kind) ?? Read(record, kind, position, output)) is { } fault) output.Malformed(position, fault);
    }

    /// <inheritdoc/>
    public bool Release(EventOutput<ScriptBlock> output, bool atEnd)
    {
        while (_order.Count > 0 && (atEnd || _waiting.Count > MaxWaiting || !_waiting.TryGetValue(_order.Peek(), out var oldest) || IsOver(oldest)))
        {
            if (output.IsFull) return true;
            if (_waiting.Remove(_order.Dequeue(), out var script)) output.Add(script.Make(), script.Position);
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private string? Read(ReadOnlySpan<byte> record, SysmonKind kind, EventPosition position, EventOutput<ScriptBlock> output)
    {
        if (kind != SysmonKind.ScriptBlock)
        {
            output.Skip();
            return null;
        }

        if (_record.Time(record, out var ticks, out _) is { } noTime) return noTime;
        if (_record.Text(record, SysmonField.ScriptBlockText) is not { } text) return "ScriptBlockText is missing";
        var (number, total) = (Number(record, SysmonField.MessageNumber), Number(record, SysmonField.MessageTotal));
        if (number > total || total > MaxParts) return $"MessageNumber {number} of MessageTotal {total} is no part";
        var time = new DateTimeOffset(ticks, TimeSpan.Zero);
        if (time > _latest) _latest = time;
        var (host, id) = (_record.Host(record), _record.Text(record, SysmonField.ScriptBlockId));
        var user = _record.User(record) ?? _record.Account(record, SysmonField.AccountDomain, SysmonField.AccountName);
        if (id is null || total < 2)
        {
            output.Add(new(time, host, user, id, text, IsWhole: total < 2), position);
            return null;
        }

        if (!_waiting.TryGetValue((host, id), out var script))
        {
            _waiting.Add((host, id), script = new(time, host, user, id, position, total));
            _order.Enqueue((host, id));
        }

        if (!script.Add(number, text, time)) return null;
        _waiting.Remove((host, id));
        output.Add(script.Make(), script.Position);
        return null;
    }

    // Under a tolerance a script of which a part does not come would hold every window open.
    private bool IsOver(Script script) => context.Options.Disorder.HasTolerance && script.Time + context.Options.Disorder.Tolerance < _latest;

    private int Number(ReadOnlySpan<byte> record, int field) =>
        _record.Text(record, field) is { } text && NumberText.TryReadInteger(System.Text.Encoding.UTF8.GetBytes(text), out var number) && number is > 0 and <= int.MaxValue ? (int)number : 1;

    private sealed class Script(DateTimeOffset time, string? host, string? user, string id, EventPosition position, int total)
    {
        private readonly SortedDictionary<int, string> _parts = [];

        internal DateTimeOffset Time { get; private set; } = time;

        internal EventPosition Position => position;

        /// <summary>Adds a part; says whether all are there.</summary>
        internal bool Add(int number, string text, DateTimeOffset time)
        {
            _parts[number] = text;
            if (time < Time) Time = time;
            return _parts.Count == total;
        }

        internal ScriptBlock Make() => new(Time, host, user, id, string.Concat(_parts.Values), _parts.Count == total);
    }
}
