using System.Text.Json;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Auditd;

/// <summary>The Linux audit daemon's records, and those that AUOMS sends through syslog to Sentinel. Starts of programs (execve) are read.</summary>
public sealed class AuditdFormat : IEventFormat
{
    /// <inheritdoc/>
    public string Name => "auditd";

    /// <inheritdoc/>
    public string Description => "records of the Linux audit daemon: type=SYSCALL msg=audit(SECONDS:SERIAL): …, or JSON whose SyslogMessage begins with type=AUOMS_EXECVE";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record)
    {
        if (record.StartsWith("type="u8) || record.StartsWith("node="u8)) return AuditRecord.TryRead(record, out _);
        if (!record.StartsWith("{"u8)) return false;
        try
        {
            var reader = new Utf8JsonReader(record);
            using var document = JsonDocument.ParseValue(ref reader);
            return new JsonDocumentFields(document.RootElement, foldCase: false).Text("SyslogMessage") is { } message && message.StartsWith("type=AUOMS_", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context) => new AuditdDecoder(context) as IEventDecoder<T>;
}
