using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Sysmon;

/// <summary>
/// Sysmon's events 1, 3, 11 and 22, Security's 4688 and PowerShell's 4104, among other Windows events, as XML or as JSON: flat (NXLog, exports), winlogbeat 6 and 7, Sentinel's WindowsEvent, evtx dumps, and Sysmon
/// for Linux through syslog.
/// </summary>
public sealed class SysmonFormat : IEventFormat
{
    /// <inheritdoc/>
    public string Name => "sysmon";

    /// <inheritdoc/>
    public IReadOnlyList<string> Aliases => ["windows"];

    /// <inheritdoc/>
    public IReadOnlyList<string> FileEndings => [".ndjson", ".jsonl", ".json", ".log", ".xml"];

    /// <inheritdoc/>
    public string Description => "Windows events, Sysmon's, Security's and PowerShell's among them: JSON with EventID or event_id and Channel or log_name, or a line of XML an event";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record) => SysmonRecord.IsWindowsEvent(record, new FieldValues(SysmonField.Count));

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context) =>
        typeof(T) == typeof(NetworkFlow) ? (IEventDecoder<T>)(object)FlowOfConnection.Decoder(context, new SysmonDecoder(context))
        : typeof(T) == typeof(ScriptBlock) ? (IEventDecoder<T>)(object)new ScriptBlockDecoder(context)
        : WindowsDecoders.Of<T>(context) ?? new SysmonDecoder(context) as IEventDecoder<T>;
}
