using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Text;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Sysmon;

/// <summary>Reads the fields of one Windows event after another. Text is decoded, and pooled, only when it is asked for.</summary>
internal sealed class SysmonRecord
{
    private static readonly Guid SysmonProvider = new("5770385f-c22a-43e0-bf4c-06f5698ffbd9");

    private readonly FieldValues _values = new(SysmonField.Count);
    private readonly SysmonTime _time;
    private readonly AddressText _addresses = new();
    private readonly StringPool _hosts;
    private readonly StringPool _users;
    private readonly StringPool _images;

    public SysmonRecord(SourceOptions options)
    {
        const int Places = 1 << 14;
        _time = options.SysmonTime;
        _hosts = new StringPool(Places, options.FoldCase);
        _users = new StringPool(Places, options.FoldCase);
        _images = new StringPool(Places, options.FoldCase);
    }

    /// <summary>Whether a record is a Windows event, Sysmon's or another's.</summary>
    public static bool IsWindowsEvent(ReadOnlySpan<byte> record, FieldValues values)
    {
        if (SysmonWalk.Read(record, values) is not null) return false;
        if (values.TryGet(record, SysmonField.SyslogMessage, out var message)) return SysmonXml.Looks(message);
        return values.Has(SysmonField.EventId) && (values.Has(SysmonField.Channel) || values.Has(SysmonField.Provider) || values.Has(SysmonField.ProviderGuid));
    }

    /// <summary>Makes a record the one at hand.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    public string? Read(ReadOnlySpan<byte> record, out SysmonKind kind)
    {
        kind = SysmonKind.Other;
        if (SysmonWalk.Read(record, _values) is { } fault) return fault;
        if (_values.TryGet(record, SysmonField.SyslogMessage, out var message) && SysmonXml.Looks(message))
        {
            fault = SysmonXml.Read(message, _values);
            if (fault is not null) return $"SyslogMessage: {fault}";
        }

        if (!IsSysmon(record) || !_values.TryGet(record, SysmonField.EventId, out var id)) return null;
        kind = id.SequenceEqual("1"u8) ? SysmonKind.ProcessStart : id.SequenceEqual("3"u8) ? SysmonKind.Connection : SysmonKind.Other;
        if (kind == SysmonKind.Other || !_values.Has(SysmonField.EventData)) return null;
        return SysmonWalk.ReadData(_values.Unpack(record, SysmonField.EventData), _values) is { } noData ? $"EventData: {noData}" : null;
    }

    public string? Host(ReadOnlySpan<byte> record) =>
        Text(record, SysmonField.Hostname, _hosts) ?? Text(record, SysmonField.ComputerName, _hosts) ?? Text(record, SysmonField.Computer, _hosts);

    public string? User(ReadOnlySpan<byte> record) => Text(record, SysmonField.User, _users);

    public string? Image(ReadOnlySpan<byte> record) => Text(record, SysmonField.Image, _images);

    public CompactText CommandLine(ReadOnlySpan<byte> record) => Value(record, SysmonField.CommandLine, out var text) ? new CompactText(text) : default;

    /// <summary>The event's time as the options want it.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
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
    public UInt128? ProcessGuid(ReadOnlySpan<byte> record)
    {
        if (!Value(record, SysmonField.ProcessGuid, out var text) || !TryGuid(text, out var guid) || guid == Guid.Empty) return null;
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

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

    private string? Text(ReadOnlySpan<byte> record, int field, StringPool pool) => Value(record, field, out var text) ? pool.Get(text) : null;

    private bool TryTime(ReadOnlySpan<byte> record, int field, out long ticks)
    {
        ticks = 0;
        return Value(record, field, out var text) && TimeText.TryReadDateTime(text, out ticks);
    }
}
