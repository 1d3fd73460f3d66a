using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Sysmon;

/// <summary>
/// Sysmon events as JSON, among other Windows events: flat (NXLog, exports), winlogbeat 6 and 7, Sentinel's WindowsEvent, evtx dumps, and Sysmon
/// for Linux through syslog.
/// </summary>
public sealed class SysmonFormat : IEventFormat
{
    /// <inheritdoc/>
    public string Name => "sysmon";

    /// <inheritdoc/>
    public string Description => "Windows events with Sysmon's among them: EventID or event_id and Channel or log_name";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record) => SysmonRecord.IsWindowsEvent(record, new FieldValues(SysmonField.Count));

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context) =>
        typeof(T) == typeof(NetworkFlow) ? (IEventDecoder<T>)(object)FlowOfConnection.Decoder(context, new SysmonDecoder(context)) : new SysmonDecoder(context) as IEventDecoder<T>;
}
