using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Sysmon;

/// <summary>Reads the fields of one Windows event after another. Text is decoded, and pooled, only when it is asked for.</summary>
internal sealed class SysmonRecord
{
    private const int MostAccountBytes = 512;

    private static readonly Guid SysmonProvider = new("5770385f-c22a-43e0-bf4c-06f5698ffbd9");

    private readonly FieldValues _values = new(SysmonField.Count);
    private readonly SysmonTime _time;
    private readonly AddressText _addresses = new();
    private readonly CompactTexts _startCommandLines = new(1 << 16);
    private readonly StringPool _hosts;
    private readonly StringPool _users;
    private readonly StringPool _images;
    private readonly StringPool _texts = new(1 << 14);

    public SysmonRecord(SourceOptions options)
    {
        const int Places = 1 << 14;
        _time = options.SysmonTime;
        _hosts = new StringPool(Places, options.FoldCase);
        _users = new StringPool(Places, options.FoldCase);
        _images = new StringPool(Places, options.FoldCase);
    }

    /// <summary>What finds the fields of JSON records.</summary>
    public RecordScanner Scanner { get; } = RecordScanner.Of(SysmonScope.Record);

    /// <summary>Whether a record is a Windows event, Sysmon's or another's.</summary>
    public static bool IsWindowsEvent(ReadOnlySpan<byte> record, FieldValues values)
    {
        values.Clear();
        if ((SysmonXml.Looks(record) ? SysmonXml.Read(record, values) : RecordParser.Read(record, SysmonScope.Record, values)) is not null) return false;
        if (values.TryGet(record, SysmonField.SyslogMessage, out var message)) return SysmonXml.Looks(message);
        return values.Has(SysmonField.EventId) && (values.Has(SysmonField.Channel) || values.Has(SysmonField.Provider) || values.Has(SysmonField.ProviderGuid));
    }

    /// <summary>Makes a record the one at hand.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Read(ReadOnlySpan<byte> record, out SysmonKind kind)
    {
        kind = SysmonKind.Other;
        if (ReadRecord(record) is { } fault) return fault;
        if (_values.TryGet(record, SysmonField.SyslogMessage, out var message) && SysmonXml.Looks(message))
        {
            fault = SysmonXml.Read(message, _values);
            if (fault is not null) return $"SyslogMessage: {fault}";
        }

        if (!_values.TryGet(record, SysmonField.EventId, out var id)) return null;
        kind = KindOf(record, id);
        if (kind == SysmonKind.Other) return null;
        if (!_values.Has(SysmonField.EventData))
        {
            if (!_values.Has(DataOf(kind)) && _values.TryGet(record, SysmonField.Message, out var text)) EventMessage.Read(text, kind, _values);
            return null;
        }

        return ReadData(_values.Unpack(record, SysmonField.EventData)) is { } noData ? $"EventData: {noData}" : null;
    }

    /// <summary>What tells the process from others of its host: the GUID, else the number.</summary>
    public string? Process(ReadOnlySpan<byte> record) => ProcessGuid(record) is { } guid ? GuidText(guid) : Number(record, SysmonField.ProcessId);

    /// <summary>The number of a process that was started, as Security has it: in hexadecimal.</summary>
    public string? NewProcess(ReadOnlySpan<byte> record) => Number(record, SysmonField.NewProcessId);

    /// <summary>A field as text; null when it is missing.</summary>
    public string? Text(ReadOnlySpan<byte> record, int field) => Value(record, field, out var text) ? _texts.Get(text) : null;

    /// <summary>An account as <c>DOMAIN\user</c>, from the fields of its domain and its name.</summary>
    public string? Account(ReadOnlySpan<byte> record, int domain, int name)
    {
        if (!Value(record, name, out var user)) return null;
        if (!Value(record, domain, out var of)) return _users.Get(user);
        Span<byte> whole = stackalloc byte[Math.Min(of.Length + 1 + user.Length, MostAccountBytes)];
        if (of.Length + 1 + user.Length > MostAccountBytes) return _users.Get(user);
        of.CopyTo(whole);
        whole[of.Length] = (byte)'\\';
        user.CopyTo(whole[(of.Length + 1)..]);
        return _users.Get(whole);
    }

    public string? Host(ReadOnlySpan<byte> record) =>
        Text(record, SysmonField.Hostname, _hosts) ?? Text(record, SysmonField.ComputerName, _hosts) ?? Text(record, SysmonField.Computer, _hosts);

    /// <summary>The index of the host's name among those of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int HostIndex(ReadOnlySpan<byte> record, CodedTexts hosts) =>
        Index(record, SysmonField.Hostname, hosts) is > CodedTexts.None and var name ? name
        : Index(record, SysmonField.ComputerName, hosts) is > CodedTexts.None and var computerName ? computerName
        : Index(record, SysmonField.Computer, hosts);

    /// <summary>The index of a text among those of a column; none where it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Index(ReadOnlySpan<byte> record, int field, CodedTexts texts, int expected = -1) =>
        TryGetWritten(record, field, out var text, out var isEscaped) && texts.TryGet(text, isEscaped, out var index, expected) ? index : CodedTexts.None;

    public string? User(ReadOnlySpan<byte> record) => Text(record, SysmonField.User, _users);

    public string? Image(ReadOnlySpan<byte> record) => Text(record, SysmonField.Image, _images);

    /// <summary>The command line, as a process's start keeps it.</summary>
    public CompactText StartCommandLine(ReadOnlySpan<byte> record) =>
        TryGetWritten(record, SysmonField.CommandLine, out var text, out var isEscaped) ? _startCommandLines.Of(text, isEscaped) : default;

    /// <summary>The event's time as the options want it.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Time(ReadOnlySpan<byte> record, out long ticks, out bool isFallback)
    {
        isFallback = false;
        if (_time == SysmonTime.UtcTime)
        {
            if (TryTime(record, SysmonField.UtcTime, out ticks)) return null;
            isFallback = true;
        }

        return TryTime(record, SysmonField.Timestamp, out ticks)
            || TryTime(record, SysmonField.TimeCreated, out ticks)
            || TryTime(record, SysmonField.TimeGenerated, out ticks)
            || TryTime(record, SysmonField.EventTime, out ticks)
                ? null
                : "none of @timestamp, TimeCreated, TimeGenerated and EventTime is a date and time";
    }

    /// <summary>Whether the endpoint opened the connection; null when the event does not say.</summary>
    public bool? Initiated(ReadOnlySpan<byte> record)
    {
        if (!Value(record, SysmonField.Initiated, out var text)) return null;
        return Ascii.EqualsIgnoreCase(text, "true"u8) ? true : Ascii.EqualsIgnoreCase(text, "false"u8) ? false : null;
    }

    public string? Address(ReadOnlySpan<byte> record, out IPAddress? address)
    {
        address = null;
        if (!Value(record, SysmonField.DestinationIp, out var text)) return "DestinationIp is missing";
        return _addresses.TryRead(text, out address) ? null : $"DestinationIp '{ValueText.Shorten(text)}' is no IP address";
    }

    /// <summary>The index of the remote address among those of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Address(ReadOnlySpan<byte> record, CodedAddresses addresses, int expected, out int index)
    {
        if (_values.TryGetWritten(record, SysmonField.DestinationIp, out var text, out var isEscaped) && !text.IsEmpty && addresses.TryGet(text, isEscaped, out index, expected)) return null;

        // None, or no address: the way that says so.
        index = CodedAddresses.None;
        if (Address(record, out var address) is { } fault) return fault;
        index = addresses.IndexOf(address!);
        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Port(ReadOnlySpan<byte> record, out int port)
    {
        port = 0;
        if (!Value(record, SysmonField.DestinationPort, out var text)) return "DestinationPort is missing";
        if (!NumberText.TryReadInteger(text, out var number) || number is < 0 or > 65_535)
        {
            return $"DestinationPort '{ValueText.Shorten(text)}' is no port from 0 to 65535";
        }

        port = (int)number;
        return null;
    }

    /// <summary>The process's GUID, with or without braces; null when there is none, or one of zeros, which stands for a process that had ended.</summary>
    /// <param name="record">The record.</param>
    /// <param name="likely">What it was likely to name, which need not be read again.</param>
    public UInt128? ProcessGuid(ReadOnlySpan<byte> record, in LikelyProcess likely = default)
    {
        if (!Value(record, SysmonField.ProcessGuid, out var text)) return null;
        return likely.IsGuid(record, text) ? likely.Key.Process : ProcessGuidOf(text);
    }

    /// <summary>The process that a record which is yet to come will most likely name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LikelyProcess LikelyProcess(ScannedBlock block, int record)
    {
        if (!block.TryGetText(record, SysmonField.ProcessGuid, out var text) || ProcessGuidOf(text) is not { } process) return default;
        if (!block.TryGetText(record, SysmonField.Hostname, out var host) && !block.TryGetText(record, SysmonField.ComputerName, out host)) block.TryGetText(record, SysmonField.Computer, out host);
        var slice = block.FieldsOf(record)[SysmonField.ProcessGuid];
        return new(slice.Start, slice.Length, new(IsMissing(host) ? "" : _hosts.Get(host), process));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static UInt128? ProcessGuidOf(ReadOnlySpan<byte> text)
    {
        if (!TryGuid(text, out var guid) || guid == Guid.Empty) return null;
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    // What no event of the kind lacks.
    private static int DataOf(SysmonKind kind) => kind switch
    {
        SysmonKind.ScriptBlock => SysmonField.ScriptBlockText,
        SysmonKind.AuditedProcessStart => SysmonField.NewProcessName,
        _ => SysmonField.UtcTime,
    };

    private string? ReadRecord(ReadOnlySpan<byte> record)
    {
        if (!SysmonXml.Looks(record)) return Scanner.Read(record, _values);
        _values.Clear();
        return SysmonXml.Read(record, _values);
    }

    // Event data that came as a text.
    private string? ReadData(ReadOnlySpan<byte> data) =>
        SysmonXml.Looks(data) ? SysmonXml.Read(data, _values) : RecordParser.Read(data, SysmonScope.Data, _values, inScratch: true);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SysmonKind KindOf(ReadOnlySpan<byte> record, ReadOnlySpan<byte> id)
    {
        if (IsSysmon(record))
        {
            return id switch
            {
                [(byte)'1'] => SysmonKind.ProcessStart,
                [(byte)'3'] => SysmonKind.Connection,
                [(byte)'1', (byte)'1'] => SysmonKind.FileCreated,
                [(byte)'2', (byte)'2'] => SysmonKind.DnsQuery,
                _ => SysmonKind.Other,
            };
        }

        if (id.SequenceEqual("4688"u8) && Is(record, SysmonField.Channel, "Security"u8, SysmonField.Provider, "Microsoft-Windows-Security-Auditing"u8)) return SysmonKind.AuditedProcessStart;
        return id.SequenceEqual("4104"u8) && Is(record, SysmonField.Channel, "Microsoft-Windows-PowerShell/Operational"u8, SysmonField.Provider, "Microsoft-Windows-PowerShell"u8)
            ? SysmonKind.ScriptBlock : SysmonKind.Other;
    }

    private bool Is(ReadOnlySpan<byte> record, int field, ReadOnlySpan<byte> text, int otherField, ReadOnlySpan<byte> otherText) =>
        (_values.TryGet(record, field, out var value) && Ascii.EqualsIgnoreCase(value, text)) || (_values.TryGet(record, otherField, out value) && Ascii.EqualsIgnoreCase(value, otherText));

    private static string GuidText(UInt128 guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, guid);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    // 4688 writes 0x1a2b, Sysmon 6699: one process has one number.
    private string? Number(ReadOnlySpan<byte> record, int field)
    {
        if (!Value(record, field, out var text)) return null;
        if (text.StartsWith("0x"u8) && Utf8Parser.TryParse(text[2..], out long number, out var used, 'x') && used == text.Length - 2) return number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
        return text.SequenceEqual("0"u8) ? null : _texts.Get(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryGuid(ReadOnlySpan<byte> text, out Guid guid)
    {
        if (text.Length > 2 && text[0] == (byte)'{' && text[^1] == (byte)'}') text = text[1..^1];
        return Utf8Parser.TryParse(text, out guid, out var used) && used == text.Length;
    }

    private static bool IsMissing(ReadOnlySpan<byte> text) =>
        text.IsEmpty || text.SequenceEqual("-"u8) || text.SequenceEqual("<unknown process>"u8) || text.SequenceEqual("&lt;unknown process&gt;"u8);

    private bool IsSysmon(ReadOnlySpan<byte> record)
    {
        if (_values.TryGet(record, SysmonField.Channel, out var channel)
            && (Ascii.EqualsIgnoreCase(channel, "Microsoft-Windows-Sysmon/Operational"u8) || Ascii.EqualsIgnoreCase(channel, "Linux-Sysmon/Operational"u8)))
        {
            return true;
        }

        if (_values.TryGet(record, SysmonField.Provider, out var provider)
            && (Ascii.EqualsIgnoreCase(provider, "Microsoft-Windows-Sysmon"u8) || Ascii.EqualsIgnoreCase(provider, "Linux-Sysmon"u8)))
        {
            return true;
        }

        return _values.TryGet(record, SysmonField.ProviderGuid, out var guid) && TryGuid(guid, out var id) && id == SysmonProvider;
    }

    private bool Value(ReadOnlySpan<byte> record, int field, out ReadOnlySpan<byte> text) => _values.TryGet(record, field, out text) && !IsMissing(text);

    // A value as it is written, with its escapes.
    private bool TryGetWritten(ReadOnlySpan<byte> record, int field, out ReadOnlySpan<byte> text, out bool isEscaped)
    {
        if (!_values.TryGetWritten(record, field, out text, out isEscaped) || IsMissing(text)) return false;

        // What stands for nothing may be written in many ways by escapes of code points, and by no others.
        return !isEscaped || text.IndexOf("\\u"u8) < 0 || Value(record, field, out _);
    }

    private string? Text(ReadOnlySpan<byte> record, int field, StringPool pool) => Value(record, field, out var text) ? pool.Get(text) : null;

    private bool TryTime(ReadOnlySpan<byte> record, int field, out long ticks)
    {
        ticks = 0;
        if (!Value(record, field, out var text)) return false;

        // Windows PowerShell's ConvertTo-Json writes /Date(MILLISECONDS)/.
        return text.StartsWith("/Date("u8) && text.IndexOf((byte)')') is > 6 and var end ? TimeText.TryReadEpochMilliseconds(text[6..end], out ticks) : TimeText.TryReadDateTime(text, out ticks);
    }
}
