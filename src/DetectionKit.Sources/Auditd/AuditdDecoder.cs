using System.Text;
using System.Text.Json;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Auditd;

/// <summary>Turns execve's records into starts of programs: SYSCALL says who and what, EXECVE with which arguments. The two of one serial number are one event.</summary>
internal sealed class AuditdDecoder(DecoderContext context) : IEventDecoder<ProcessStart>
{
    // Records of one event follow one another; what has not come after so many others will not.
    private const int MaxWaiting = 4096;

    // What SYSCALL numbers execve and execveat, by architecture: x86_64, i386, aarch64.
    private static readonly HashSet<(string Arch, string Number)> s_execve = [("c000003e", "59"), ("c000003e", "322"), ("40000003", "11"), ("40000003", "358"), ("c00000b7", "221"), ("c00000b7", "281")];

    private readonly Dictionary<(string Source, string Serial), Start> _waiting = [];
    private readonly Queue<(string Source, string Serial)> _order = new();

    private DateTimeOffset _latest;

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => _waiting.Count == 0 ? null : _waiting.Values.Min(start => start.Time);

    /// <inheritdoc/>
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record) => Read(record, out _) is { } read ? new DateTimeOffset(read.Ticks, TimeSpan.Zero) : null;

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<ProcessStart> output)
    {
        if (Read(record, out var host) is not { } read)
        {
            output.Malformed(position, "it has no type= and no audit(SECONDS:SERIAL)");
            return;
        }

        var time = new DateTimeOffset(read.Ticks, TimeSpan.Zero);
        if (time > _latest) _latest = time;
        if (read.Type == "AUOMS_EXECVE")
        {
            if (Failed(read)) output.Skip();
            else output.Add(new(time, Fold(host), Fold(read.Plain("user") ?? read.Plain("uid")), read.Plain("pid"), Fold(read.Text("exe")), read.Text("cmdline"), null), position);
            return;
        }

        output.Skip();
        if (read.Type is not ("SYSCALL" or "EXECVE")) return;
        var key = (position.Source, read.Serial);
        if (!_waiting.TryGetValue(key, out var start))
        {
            _waiting.Add(key, start = new(time, position));
            _order.Enqueue(key);
        }

        if (read.Type == "SYSCALL") start.Call = read;
        else start.Arguments = read;
        if (start is { Call: { } call, Arguments: not null } || (start.Call is { } other && !IsExecve(other)))
        {
            _waiting.Remove(key);
            Emit(start, output);
        }
    }

    /// <inheritdoc/>
    public bool Release(EventOutput<ProcessStart> output, bool atEnd)
    {
        while (_order.Count > 0 && (atEnd || _waiting.Count > MaxWaiting || !_waiting.TryGetValue(_order.Peek(), out var oldest) || IsOver(oldest)))
        {
            if (output.IsFull) return true;
            if (_waiting.Remove(_order.Dequeue(), out var start)) Emit(start, output);
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    // Under a tolerance a half whose other half does not come would hold every window open.
    private bool IsOver(Start start) => context.Options.Disorder.HasTolerance && start.Time + context.Options.Disorder.Tolerance < _latest;

    // An EXECVE without its SYSCALL tells the arguments alone; a SYSCALL without its EXECVE, the program alone.
    private void Emit(Start start, EventOutput<ProcessStart> output)
    {
        var (call, arguments) = (start.Call, start.Arguments);
        if (call is not null && (!IsExecve(call) || Failed(call))) return;
        if (call is null && arguments is null) return;
        var command = arguments?.Arguments();
        var image = call?.Text("exe") ?? command?.Split(' ')[0];
        output.Add(new(start.Time, Fold(call?.Node ?? arguments?.Node), Fold(call?.Plain("auid") is { } login && login != "4294967295" ? login : call?.Plain("uid")), call?.Plain("pid"), Fold(image), command, null), start.Position);
    }

    private static bool IsExecve(AuditRecord call) => call.Plain("syscall") is { } number
        && (number is "execve" or "execveat" || s_execve.Contains((call.Plain("arch") ?? "", number)));

    private static bool Failed(AuditRecord call) => call.Plain("success") == "no";

    private string? Fold(string? text) => context.Options.FoldCase ? text?.ToLowerInvariant() : text;

    private static AuditRecord? Read(ReadOnlySpan<byte> record, out string? host)
    {
        host = null;
        if (!record.StartsWith("{"u8)) return AuditRecord.TryRead(record, out var plain) ? plain : null;
        try
        {
            var reader = new Utf8JsonReader(record);
            using var document = JsonDocument.ParseValue(ref reader);
            var fields = new JsonDocumentFields(document.RootElement, foldCase: false);
            host = fields.Text("Computer", "HostName");
            return fields.Text("SyslogMessage") is { } message && AuditRecord.TryRead(Encoding.UTF8.GetBytes(message), out var read) ? read : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed class Start(DateTimeOffset time, EventPosition position)
    {
        internal DateTimeOffset Time => time;

        internal EventPosition Position => position;

        internal AuditRecord? Call { get; set; }

        internal AuditRecord? Arguments { get; set; }
    }
}
