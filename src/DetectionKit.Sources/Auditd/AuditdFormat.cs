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
    public bool Recognises(ReadOnlySpan<byte> record) => record.StartsWith("type="u8) || record.StartsWith("node="u8)
        ? AuditRecord.TryRead(record, out _)
        : DocumentRecognition.Holds(record, fields => fields.Text("SyslogMessage")?.StartsWith("type=AUOMS_", StringComparison.Ordinal) == true);

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context) => new AuditdDecoder(context) as IEventDecoder<T>;
}
