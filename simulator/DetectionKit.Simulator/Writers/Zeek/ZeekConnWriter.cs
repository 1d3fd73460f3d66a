using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Writers.Zeek;

/// <summary>
/// Zeek's conn.log of all hosts' connections, seen at the organisation's edge: TSV with the header of Zeek 6, or JSON lines with dots in names. Bytes and durations are those of each persona and profile.
/// </summary>
internal sealed class ZeekConnWriter(Simulation simulation, bool asJson) : ITelemetryWriter
{
    private const ulong Mixer = 0x9E37_79B9_7F4A_7C15;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private bool _hasHeader;

    /// <summary>What Zeek sees of a key: the host's address, and the remote one. Null for that of a sign-in, which it does not see.</summary>
    internal static GroundTruthKey? KeyOf(Simulation simulation, GroundTruthKey key)
    {
        if (key.TryGet("user", out var user) && user?.Contains('@') == true) return null;
        if (key.TryGet(GroundTruthPlan.ScannerPart, out _)) return key;
        var seen = GroundTruthKey.Any;
        if (key.TryGet("host", out var name) && simulation.Organisation.Hosts.FirstOrDefault(host => string.Equals(host.Name, name, StringComparison.OrdinalIgnoreCase)) is { } origin)
        {
            var isIpv6 = key.TryGet("remoteAddress", out var remote) && IPAddress.TryParse(remote, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6;
            seen = seen.With("host", isIpv6 ? IPAddress.Parse(origin.LocalAddress6 ?? "::1").ToString() : origin.LocalAddress);
        }

        return key.TryGet("remoteAddress", out var address) ? seen.With("remoteAddress", address) : seen;
    }

    public void WriteHost(LineBuffer buffer, Host host)
    {
        if (!asJson && !_hasHeader) Header(buffer);
    }

    public void Write(LineBuffer buffer, SimulatedEvent simulated)
    {
        if (simulated is SimulatedProbe probe) Write(buffer, probe);
        if (simulated is not SimulatedConnection connection) return;
        var host = connection.Process.Host;
        var isIpv6 = connection.RemoteAddress.AddressFamily == AddressFamily.InterNetworkV6;
        var origin = isIpv6 ? IPAddress.Parse(host.LocalAddress6 ?? "::1") : IPAddress.Parse(host.LocalAddress);
        var mixed = Mix(connection.Process.Id, (ulong)connection.Occurred.UtcTicks ^ (ulong)connection.LocalPort);
        var (sent, received, isUdp, isAnswered) = (connection.BytesSent, connection.BytesReceived, connection.Protocol == 17, connection.IsAnswered);
        string[] values =
        [
            Seconds(connection.Occurred), Uid(mixed), origin.ToString(), Text(connection.LocalPort), connection.RemoteAddress.ToString(), Text(connection.RemotePort), connection.Protocol == 17 ? "udp" : "tcp",
            isAnswered ? ServiceOf(connection.RemotePort) : "-", isAnswered ? string.Create(CultureInfo.InvariantCulture, $"{connection.Lasted.Ticks / TimeSpan.TicksPerSecond}.{connection.Lasted.Ticks % TimeSpan.TicksPerSecond / 10:000000}") : "-",
            isAnswered ? Text(sent) : "-", isAnswered ? Text(received) : "-", isAnswered ? "SF" : "S0", "T", "F", "0", (isUdp, isAnswered) switch { (true, true) => "Dd", (true, false) => "D", (false, true) => "ShADadFf", _ => "S" },
            Text(Packets(sent, isAnswered)), Text(isAnswered ? sent + (Packets(sent, isAnswered) * 52) : 44), isAnswered ? Text(Packets(received, isAnswered)) : "0", isAnswered ? Text(received + (Packets(received, isAnswered) * 52)) : "0", "-",
        ];
        Line(buffer, values);
    }

    // What answers closes at once: nothing was asked of it.
    private void Write(LineBuffer buffer, SimulatedProbe probe) => Line(
        buffer,
        Seconds(probe.Occurred), Uid(Mix(probe.Process.Id, (ulong)probe.Occurred.UtcTicks ^ (ulong)probe.SourcePort)), probe.Source.ToString(), Text(probe.SourcePort), probe.Target.ToString(), Text(probe.TargetPort), "tcp",
        "-", probe.IsAnswered ? "0.040000" : "-", probe.IsAnswered ? "0" : "-", probe.IsAnswered ? "0" : "-", probe.IsAnswered ? "SF" : "S0", "F", "T", "0", probe.IsAnswered ? "ShAFf" : "S",
        probe.IsAnswered ? "3" : "1", probe.IsAnswered ? "132" : "44", probe.IsAnswered ? "2" : "0", probe.IsAnswered ? "88" : "0", "-");

    private void Line(LineBuffer buffer, params string[] values)
    {
        if (asJson) Json(buffer, values);
        else buffer.Ascii(string.Join('\t', values)).Raw("\n"u8);
    }

    private void Header(LineBuffer buffer)
    {
        _hasHeader = true;
        buffer.Ascii("#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n#open\t")
            .Ascii(simulation.Options.Start.UtcDateTime.ToString("yyyy-MM-dd-HH-mm-ss", CultureInfo.InvariantCulture))
            .Ascii($"\n#fields\t{string.Join('\t', Fields.Select(field => field.Name))}\n#types\t{string.Join('\t', Fields.Select(field => field.Type))}\n");
    }

    private static (string Name, string Type)[] Fields { get; } =
    [
        ("ts", "time"), ("uid", "string"), ("id.orig_h", "addr"), ("id.orig_p", "port"), ("id.resp_h", "addr"), ("id.resp_p", "port"), ("proto", "enum"), ("service", "string"), ("duration", "interval"),
        ("orig_bytes", "count"), ("resp_bytes", "count"), ("conn_state", "string"), ("local_orig", "bool"), ("local_resp", "bool"), ("missed_bytes", "count"), ("history", "string"), ("orig_pkts", "count"),
        ("orig_ip_bytes", "count"), ("resp_pkts", "count"), ("resp_ip_bytes", "count"), ("tunnel_parents", "set[string]"),
    ];

    private static void Json(LineBuffer buffer, string[] values)
    {
        var separator = "{";
        for (var i = 0; i < values.Length; i++)
        {
            // An unset field is left out.
            if (values[i] == "-") continue;
            buffer.Ascii(separator).Ascii($"\"{Fields[i].Name}\":");
            separator = ",";
            switch (Fields[i].Type)
            {
                case "time" or "port" or "count" or "interval":
                    buffer.Ascii(values[i]);
                    break;
                case "bool":
                    buffer.Ascii(values[i] == "T" ? "true" : "false");
                    break;
                default:
                    buffer.Ascii($"\"{values[i]}\"");
                    break;
            }
        }

        buffer.Raw("}\n"u8);
    }

    private static string Seconds(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.ToUnixTimeSeconds()}.{time.UtcTicks % TimeSpan.TicksPerSecond / 10:000000}");

    private static string ServiceOf(int port) => port switch { 443 => "ssl", 80 => "http", 53 => "dns", 123 => "ntp", _ => "-" };

    // Those of hand-shake and end beside those of the payload; a SYN alone where nobody answers.
    private static long Packets(long bytes, bool isAnswered) => isAnswered ? 4 + (bytes / 1_400) : 1;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    // C and 17 digits to base 62, as Zeek writes its ids.
    private static string Uid(ulong mixed)
    {
        Span<char> digits = stackalloc char[18];
        digits[0] = 'C';
        for (var (i, rest) = (1, mixed); i < digits.Length; i++, rest = Mix(rest, (ulong)i)) digits[i] = Digits[(int)(rest % 62)];
        return new(digits);
    }

    private static ulong Mix(ulong x, ulong y)
    {
        var mixed = (x ^ (y * Mixer)) * Mixer;
        return mixed ^ (mixed >> 29);
    }
}
