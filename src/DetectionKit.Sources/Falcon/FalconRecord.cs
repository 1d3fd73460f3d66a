using System.Net;
using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Falcon;

/// <summary>Reads the fields of one FDR record after another. Text is decoded, and pooled, only when it is asked for.</summary>
internal sealed class FalconRecord(SourceOptions options)
{
    private readonly FieldValues _values = new(FalconField.Count);
    private readonly AddressText _addresses = new();
    private readonly CompactTexts _startImages = new(1 << 12);
    private readonly StringPool _hosts = new(1 << 14, options.FoldCase);
    private readonly StringPool _users = new(1 << 14, options.FoldCase);

    /// <summary>What finds the fields of JSON records.</summary>
    public RecordScanner Scanner { get; } = RecordScanner.Of(FalconField.Scope);

    /// <summary>The agent ids met of late.</summary>
    public StringPool Agents { get; } = new(1 << 16);

    /// <summary>The users' ids met of late, by name and by number.</summary>
    public StringPool UserIds { get; } = new(1 << 16);

    /// <summary>The executables' paths met of late.</summary>
    public StringPool Images { get; } = new(1 << 14, options.FoldCase);

    /// <summary>The command lines met of late.</summary>
    public StringPool CommandLines { get; } = new(1 << 15);

    public string? Host(ReadOnlySpan<byte> record) => Text(record, FalconField.ComputerName, _hosts);

    public string? User(ReadOnlySpan<byte> record) => Text(record, FalconField.UserName, _users);

    public string? UserPrincipal(ReadOnlySpan<byte> record) => Text(record, FalconField.UserPrincipal, _users);

    public string? Image(ReadOnlySpan<byte> record) => Text(record, FalconField.ImageFileName, Images);

    public string? CommandLine(ReadOnlySpan<byte> record) => Text(record, FalconField.CommandLine, CommandLines);

    /// <summary>The name of the executable that started the process.</summary>
    public string? Parent(ReadOnlySpan<byte> record) => Text(record, FalconField.ParentName, Images);

    /// <summary>The executable's path, as a process's start keeps it.</summary>
    public CompactText StartImage(ReadOnlySpan<byte> record) =>
        _values.TryGetWritten(record, FalconField.ImageFileName, out var text, out var isEscaped) ? _startImages.Of(text, isEscaped) : default;

    /// <summary>The command line, likewise.</summary>
    /// <param name="record">The process's start.</param>
    /// <param name="expected">The hash of the command line's bytes, where they were expected.</param>
    public CompactText StartCommandLine(ReadOnlySpan<byte> record, uint? expected) =>
        _values.TryGetWritten(record, FalconField.CommandLine, out var text, out var isEscaped) ? StartCommandLines.Of(text, isEscaped, expected) : default;

    /// <summary>The command lines of the starts met of late.</summary>
    public CompactTexts StartCommandLines { get; } = new(1 << 16);

    /// <summary>Whether the event has a field.</summary>
    public bool Has(int field) => _values.Has(field);

    /// <summary>Whether the event says all that a connection has, so that there is nothing to join.</summary>
    public bool IsComplete =>
        _values.Has(FalconField.ComputerName) && _values.Has(FalconField.UserName) && _values.Has(FalconField.ImageFileName) && _values.Has(FalconField.CommandLine);

    public string? UserSid(ReadOnlySpan<byte> record) => Key(record, FalconField.UserSid, UserIds);

    public string? UserId(ReadOnlySpan<byte> record) => Key(record, FalconField.UserId, UserIds);

    public string? AgentId(ReadOnlySpan<byte> record) => Key(record, FalconField.AgentId, Agents);

    public bool IsWindows(ReadOnlySpan<byte> record) => _values.TryGet(record, FalconField.Platform, out var text) && text.SequenceEqual("Win"u8);

    /// <summary>Makes a record the one at hand.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    public string? Read(ReadOnlySpan<byte> record) => Scanner.Read(record, _values);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public FalconKind Kind(ReadOnlySpan<byte> record)
    {
        if (!_values.TryGet(record, FalconField.EventName, out var name))
        {
            // UserLogonMacV1 and detection events have no event_simpleName either, but a timestamp.
            var isAgentRow = !_values.Has(FalconField.EventName) && !_values.Has(FalconField.Timestamp) && _values.Has(FalconField.AgentId);
            return isAgentRow && _values.Has(FalconField.ComputerName) ? FalconKind.AgentRow : FalconKind.Other;
        }

        return KindOf(name);
    }

    /// <summary>The kind of event of a name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FalconKind KindOf(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("NetworkConnectIP4"u8)) return FalconKind.ConnectionIP4;
        if (name.SequenceEqual("NetworkConnectIP6"u8)) return FalconKind.ConnectionIP6;
        if (name.SequenceEqual("ProcessRollup2"u8) || name.SequenceEqual("SyntheticProcessRollup2"u8)) return FalconKind.ProcessStart;
        return name.SequenceEqual("UserIdentity"u8) ? FalconKind.UserIdentity : FalconKind.Other;
    }

    /// <summary>The event's time as the options want it.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Time(ReadOnlySpan<byte> record, out long ticks, out bool isFallback)
    {
        isFallback = false;
        if (options.FalconTime == FalconTime.ContextTimeStamp)
        {
            if (Value(record, FalconField.ContextTimeStamp, out var context) && TimeText.TryReadEpochSeconds(context, out ticks)) return null;
            isFallback = true;
        }

        ticks = 0;
        if (!Value(record, FalconField.Timestamp, out var text)) return "timestamp is missing";
        return TimeText.TryReadEpochMilliseconds(text, out ticks) ? null : Quote("timestamp", text, "is no time in epoch milliseconds");
    }

    /// <summary>The time of an aidmaster row, epoch seconds; the least time when it has none.</summary>
    public long AgentRowTime(ReadOnlySpan<byte> record) =>
        Value(record, FalconField.Time, out var text) && TimeText.TryReadEpochSeconds(text, out var ticks) ? ticks : 0;

    /// <summary>The remote address: of the event's own family where it is given, else of the other.</summary>
    public string? Address(ReadOnlySpan<byte> record, FalconKind kind, out IPAddress? address)
    {
        var (first, second) = kind == FalconKind.ConnectionIP6
            ? (FalconField.RemoteAddressIP6, FalconField.RemoteAddressIP4)
            : (FalconField.RemoteAddressIP4, FalconField.RemoteAddressIP6);
        address = null;
        if (!Value(record, first, out var text) && !Value(record, second, out text)) return "RemoteAddressIP4 and RemoteAddressIP6 are missing";
        return _addresses.TryRead(text, out address) ? null : Quote("the remote address", text, "is no IP address");
    }

    /// <summary>The index of the remote address among those of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Address(ReadOnlySpan<byte> record, FalconKind kind, CodedAddresses addresses, int expected, out int index)
    {
        var field = kind == FalconKind.ConnectionIP6 ? FalconField.RemoteAddressIP6 : FalconField.RemoteAddressIP4;
        if (field == FalconField.RemoteAddressIP6 && _values.Has(FalconField.RemoteAddressIP4)) expected = -1;
        if (_values.TryGetWritten(record, field, out var text, out var isEscaped) && !text.IsEmpty && addresses.TryGet(text, isEscaped, out index, expected)) return null;

        // Of the other family, or none: the way that says so.
        index = CodedAddresses.None;
        if (Address(record, kind, out var address) is { } fault) return fault;
        index = addresses.IndexOf(address!);
        return null;
    }

    /// <summary>The index of a text among those of a column.</summary>
    public int Index(ReadOnlySpan<byte> record, int field, CodedTexts texts, int expected) =>
        _values.TryGetWritten(record, field, out var text, out var isEscaped) && texts.TryGet(text, isEscaped, out var index, expected) ? index : CodedTexts.None;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Port(ReadOnlySpan<byte> record, out int port)
    {
        port = 0;
        if (!Value(record, FalconField.RemotePort, out var text)) return "RemotePort is missing";
        if (!NumberText.TryReadInteger(text, out var number) || number is < 0 or > 65_535) return Quote("RemotePort", text, "is no port from 0 to 65535");
        port = (int)number;
        return null;
    }

    /// <summary>A process id: 64 bits without sign.</summary>
    /// <returns>Whether there is a value, usable or not.</returns>
    public bool ProcessId(ReadOnlySpan<byte> record, int field, out ulong? id)
    {
        id = null;
        if (!Value(record, field, out var text)) return false;
        if (NumberText.TryReadUnsigned(text, out var number)) id = number;
        return true;
    }

    /// <summary>The name of a text field that holds an object or an array; null when there is none.</summary>
    public string? NestedTextField()
    {
        if (_values.KindOf(FalconField.ComputerName) == FieldKind.Composite) return "ComputerName";
        if (_values.KindOf(FalconField.UserName) == FieldKind.Composite) return "UserName";
        if (_values.KindOf(FalconField.ImageFileName) == FieldKind.Composite) return "ImageFileName";
        return _values.KindOf(FalconField.CommandLine) == FieldKind.Composite ? "CommandLine" : null;
    }

    private static string Quote(string field, ReadOnlySpan<byte> text, string problem) => $"{field} '{ValueText.Shorten(text)}' {problem}";

    /// <summary>A value that must not be empty.</summary>
    private bool Value(ReadOnlySpan<byte> record, int field, out ReadOnlySpan<byte> text) => _values.TryGet(record, field, out text) && !text.IsEmpty;

    private string? Text(ReadOnlySpan<byte> record, int field, StringPool pool) => _values.TryGet(record, field, out var text) ? pool.Get(text) : null;

    private string? Key(ReadOnlySpan<byte> record, int field, StringPool pool) => Value(record, field, out var text) ? pool.Get(text) : null;
}
