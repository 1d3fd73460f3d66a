using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Sysmon;

/// <summary>The decoders of the event types that Windows events give, each from its record alone.</summary>
internal static class WindowsDecoders
{
    /// <summary>The decoder; null where there is none of that type.</summary>
    internal static IEventDecoder<T>? Of<T>(DecoderContext context)
    {
        if (typeof(T) == typeof(ProcessStart)) return (IEventDecoder<T>)(object)new WindowsDecoder<ProcessStart>(context, [SysmonKind.ProcessStart, SysmonKind.AuditedProcessStart], Start);
        if (typeof(T) == typeof(FileCreated)) return (IEventDecoder<T>)(object)new WindowsDecoder<FileCreated>(context, [SysmonKind.FileCreated], File);
        return typeof(T) == typeof(DnsQuery) ? (IEventDecoder<T>)(object)new WindowsDecoder<DnsQuery>(context, [SysmonKind.DnsQuery], Query) : null;
    }

    private static string? Start(SysmonRecord record, ReadOnlySpan<byte> bytes, SysmonKind kind, DateTimeOffset time, out ProcessStart made)
    {
        // 4688 tells of who starts a process, and of whom it runs as where that is another.
        made = kind == SysmonKind.ProcessStart
            ? new(time, record.Host(bytes), record.User(bytes), record.Process(bytes), record.Image(bytes), record.Text(bytes, SysmonField.CommandLine), record.Text(bytes, SysmonField.ParentImage))
            : new(
                time,
                record.Host(bytes),
                record.Account(bytes, SysmonField.TargetDomain, SysmonField.TargetUser) ?? record.Account(bytes, SysmonField.SubjectDomain, SysmonField.SubjectUser),
                record.NewProcess(bytes),
                record.Text(bytes, SysmonField.NewProcessName),
                record.Text(bytes, SysmonField.CommandLine),
                record.Text(bytes, SysmonField.ParentProcessName));
        return kind == SysmonKind.AuditedProcessStart && made.Image is null ? "NewProcessName is missing" : null;
    }

    private static string? File(SysmonRecord record, ReadOnlySpan<byte> bytes, SysmonKind kind, DateTimeOffset time, out FileCreated made)
    {
        var path = record.Text(bytes, SysmonField.TargetFilename);
        made = new(time, record.Host(bytes), record.User(bytes), record.Process(bytes), record.Image(bytes), path ?? "");
        return path is null ? "TargetFilename is missing" : null;
    }

    private static string? Query(SysmonRecord record, ReadOnlySpan<byte> bytes, SysmonKind kind, DateTimeOffset time, out DnsQuery made)
    {
        var name = record.Text(bytes, SysmonField.QueryName);
        made = new(time, record.Host(bytes), record.Process(bytes), record.Image(bytes), name?.TrimEnd('.').ToLowerInvariant() ?? "", null);
        return name is null ? "QueryName is missing" : null;
    }
}
