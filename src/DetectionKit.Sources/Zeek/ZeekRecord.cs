using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Zeek;

/// <summary>A record of a Zeek log, TSV or JSON, and the values in it.</summary>
internal sealed class ZeekRecord(SourceOptions options)
{
    private const int MaxPort = 65_535;

    // What a connection's end says of the responder (Zeek's manual, conn_state): it never answered, or refused.
    private static readonly HashSet<string> s_unanswered = new(StringComparer.Ordinal) { "S0", "REJ", "RSTOS0", "RSTRH", "SH", "SHR" };

    private readonly FieldValues _values = new(ZeekField.Count);
    private readonly AddressText _addresses = new();
    private readonly StringPool _hosts = new(1 << 12, options.FoldCase);
    private readonly StringPool _names = new(1 << 12, foldCase: true);
    private readonly StringPool _words = new(1 << 8);

    /// <summary>What finds the fields of JSON records.</summary>
    public RecordScanner Scanner { get; } = RecordScanner.Of(ZeekField.Scope);

    public ZeekLog Log { get; private set; }

    /// <summary>Whether a JSON record is of Zeek.</summary>
    public static bool IsJson(ReadOnlySpan<byte> record, FieldValues values)
    {
        values.Clear();
        return RecordParser.Read(record, ZeekField.Scope, values) is null && values.Has(ZeekField.Time) && values.Has(ZeekField.Origin) && values.Has(ZeekField.Responder);
    }

    /// <summary>Reads a record; what is wrong with it, or null.</summary>
    /// <param name="record">The record.</param>
    /// <param name="header">What stands at the head of its input.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Read(ReadOnlySpan<byte> record, ZeekHeader header)
    {
        if (record[0] != (byte)'{')
        {
            Log = header.Log;
            return header.Read(record, _values);
        }

        if (Scanner.Read(record, _values) is { } fault) return fault;
        Log = (_values.TryGet(record, ZeekField.Path, out var path) ? ZeekLogs.Named(_words.Get(path)) : null) ?? ZeekLogs.Of(_values.Has);
        return null;
    }

    /// <summary>When it happened; what is wrong with it, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Time(ReadOnlySpan<byte> record, out DateTimeOffset time)
    {
        time = default;
        if (!_values.TryGet(record, ZeekField.Time, out var text)) return "ts is missing";
        if (!TimeText.TryReadEpochSeconds(text, out var ticks)) return $"ts is no time: {Shown(text)}";
        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        return null;
    }

    /// <summary>The flow that it tells of; what is wrong with it, or null.</summary>
    public string? Flow(ReadOnlySpan<byte> record, out NetworkFlow? flow)
    {
        flow = null;
        if (Time(record, out var time) is { } noTime) return noTime;
        if (!_values.TryGet(record, ZeekField.Origin, out var text)) return "id.orig_h is missing";
        var source = _hosts.Get(text);
        if (!_addresses.TryRead(text, out var origin)) return $"id.orig_h is no address: {source}";
        if (!_values.TryGet(record, ZeekField.Responder, out text)) return "id.resp_h is missing";
        if (!_addresses.TryRead(text, out var responder)) return $"id.resp_h is no address: {Shown(text)}";
        if (Port(record, out var port) is { } noPort) return noPort;
        var isConnection = Log == ZeekLog.Connections;
        flow = new NetworkFlow(
            time,
            source,
            origin,
            Image: null,
            Name(record),
            responder!,
            port,
            _values.TryGet(record, ZeekField.Protocol, out text) ? _words.Get(text) : Log == ZeekLog.Other ? null : "tcp",
            Number(record, isConnection ? ZeekField.OriginBytes : ZeekField.RequestBytes),
            Number(record, isConnection ? ZeekField.ResponderBytes : ZeekField.ResponseBytes),
            _values.TryGet(record, ZeekField.Duration, out text) && NumberText.TryReadDecimal(text, out var seconds) && seconds is >= 0 and < 1e9m ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null,
            IsAnswered(record));
        return null;
    }

    /// <summary>The responder's port; what is wrong with it, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Port(ReadOnlySpan<byte> record, out int port)
    {
        port = 0;
        if (!_values.TryGet(record, ZeekField.ResponderPort, out var text)) return "id.resp_p is missing";
        if (!NumberText.TryReadInteger(text, out var number) || number is < 0 or > MaxPort) return $"id.resp_p is no port: {Shown(text)}";
        port = (int)number;
        return null;
    }

    /// <summary>The index of a value among those of a column; false where it is missing or none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryIndex<T>(ReadOnlySpan<byte> record, int field, CodedValues<T> values, int expected, out int index)
    {
        index = CodedValues<T>.None;
        return _values.TryGetWritten(record, field, out var text, out var isEscaped) && values.TryGet(text, isEscaped, out index, expected);
    }

    /// <summary>The query that it tells of; what is wrong with it, or null.</summary>
    public string? Query(ReadOnlySpan<byte> record, out DnsQuery? query)
    {
        query = null;
        if (Time(record, out var time) is { } noTime) return noTime;
        if (!_values.TryGet(record, ZeekField.Origin, out var text)) return "id.orig_h is missing";
        var source = _hosts.Get(text);

        // An answer without a question, or a broken packet, has no query: there is nothing to tell of.
        if (!_values.TryGet(record, ZeekField.Query, out text) || text.IsEmpty) return null;
        if (text[^1] == (byte)'.' && text.Length > 1) text = text[..^1];
        var name = _names.Get(text);
        var server = _values.TryGet(record, ZeekField.Responder, out text) && _addresses.TryRead(text, out var responder) ? responder : null;
        query = new DnsQuery(time, source, null, null, name, server);
        return null;
    }

    // The name without a port; an address is no name.
    private string? Name(ReadOnlySpan<byte> record)
    {
        if (!_values.TryGet(record, Log == ZeekLog.Tls ? ZeekField.ServerName : ZeekField.Host, out var name) || name.IsEmpty || Log == ZeekLog.Connections) return null;
        var colon = name.LastIndexOf((byte)':');
        if (colon > 0 && !name[..colon].Contains((byte)':') && NumberText.TryReadInteger(name[(colon + 1)..], out _)) name = name[..colon];
        if (name[^1] == (byte)'.') name = name[..^1];
        return name.IsEmpty || _addresses.TryRead(name, out _) || IPAddress.TryParse(Encoding.UTF8.GetString(name), out _) ? null : _names.Get(name);
    }

    private bool? IsAnswered(ReadOnlySpan<byte> record)
    {
        if (Log == ZeekLog.Http) return _values.Has(ZeekField.Status);
        if (Log == ZeekLog.Tls) return _values.TryGet(record, ZeekField.Established, out var established) ? established.SequenceEqual("T"u8) || established.SequenceEqual("true"u8) : null;
        if (!_values.TryGet(record, ZeekField.State, out var state)) return null;
        return state.SequenceEqual("OTH"u8) ? null : !s_unanswered.Contains(_words.Get(state));
    }

    private long? Number(ReadOnlySpan<byte> record, int field) => _values.TryGet(record, field, out var text) && NumberText.TryReadInteger(text, out var number) && number >= 0 ? number : null;

    private static string Shown(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text.Length > 80 ? text[..80] : text);
}
