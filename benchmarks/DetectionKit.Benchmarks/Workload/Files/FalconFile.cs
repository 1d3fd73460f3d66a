using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>
/// Writes connections as enriched FDR events, some 885 bytes a line. Every fiftieth line has its members in an order of its own; images have escaped backslashes, and command lines
/// escaped quotes, too.
/// </summary>
internal sealed class FalconFile
{
    private const int ShuffledLine = 50;
    private const ulong Seed = 7;
    private readonly ConnectionRows _rows;
    private readonly string[] _hosts;
    private readonly string[] _users;
    private readonly string[] _images;
    private readonly string[] _commandLines;
    private readonly string[] _agents;
    private readonly string[] _addresses;
    private SplitMix64 _random = new(Seed);

    private FalconFile(ConnectionRows rows)
    {
        _rows = rows;
        (_hosts, _users, _images, _commandLines) = (Texts(rows.HostTable), Texts(rows.UserTable), Texts(rows.ImageTable), Texts(rows.CommandLineTable));
        _agents = [.. rows.HostTable.Select((_, host) => Hex(host, 16))];
        _addresses = [.. rows.AddressTable.Select(address => $"\"{Destinations.ToAddress(address)}\"")];
    }

    /// <summary>Writes a file of enriched FDR events.</summary>
    internal static void Write(ConnectionRows rows, string path)
    {
        var file = new FalconFile(rows);
        file.Write(path, file.Members);
    }

    /// <summary>Writes a file of the same connections as <see cref="OwnConnection"/> has them, of about the same size.</summary>
    internal static void WriteOwn(ConnectionRows rows, string path)
    {
        var file = new FalconFile(rows);
        file.Write(path, file.OwnMembers);
    }

    private void Write(string path, Func<int, (string Name, string Value)[]> members)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20);
        for (var row = 0; row < _rows.Count; row++) WriteLine(writer, row, members(row));
    }

    private static string[] Texts(IReadOnlyList<string> values) => [.. values.Select(value => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"")];

    private static string Hex(int seed, int bytes)
    {
        var random = new SplitMix64((ulong)seed);
        var data = new byte[bytes];
        for (var i = 0; i < bytes; i += 8) BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(i), random.Next());
        return Convert.ToHexStringLower(data);
    }

    private void WriteLine(StreamWriter writer, int row, (string Name, string Value)[] members)
    {
        if (row % ShuffledLine == ShuffledLine - 1) Shuffle(members);
        var separator = '{';
        foreach (var (name, value) in members)
        {
            writer.Write(separator);
            writer.Write('"');
            writer.Write(name);
            writer.Write("\":");
            writer.Write(value);
            separator = ',';
        }

        writer.Write("}\n");
    }

    private (string Name, string Value)[] Members(int row)
    {
        var host = _rows.Hosts[row];
        var milliseconds = (_rows.Times[row] - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        var id = _random.Next();
        return
        [
            ("event_simpleName", "\"NetworkConnectIP4\""),
            ("ConfigBuild", "\"1007.3.0018905.1\""),
            ("name", "\"NetworkConnectIP4V13\""),
            ("id", $"\"{new Guid((uint)id, (ushort)(id >> 32), (ushort)(id >> 48), 0x8f, 0x31, 0x02, 0x42, 0xac, 0x11, 0x00, 0x02)}\""),
            ("aid", $"\"{_agents[host]}\""),
            ("cid", "\"8f2b1c0d4e5a69788796a5b4c3d2e1f0\""),
            ("aip", "\"198.51.100.24\""),
            ("event_platform", "\"Win\""),
            ("timestamp", Number(milliseconds)),
            ("ContextTimeStamp", string.Create(CultureInfo.InvariantCulture, $"\"{milliseconds / 1000}.{milliseconds % 1000:000}\"")),
            ("ContextProcessId", Number((long)(id >> 12))),
            ("Entitlements", "\"15\""),
            ("InContext", "\"0\""),
            ("ConnectionFlags", "\"0\""),
            ("ConnectionDirection", "\"0\""),
            ("Protocol", "\"6\""),
            ("LocalAddressIP4", $"\"10.{host >> 8}.{host & 255}.17\""),
            ("LocalPort", Number(49_152 + (long)(id & 0x3fff))),
            ("RemotePort", Number(_rows.Ports[row])),
            ("RemoteAddressIP4", _addresses[_rows.Addresses[row]]),
            ("ComputerName", _hosts[host]),
            ("UserName", _users[_rows.Users[row]]),
            ("ImageFileName", _images[_rows.Images[row]]),
            ("CommandLine", _commandLines[_rows.CommandLines[row]]),
            ("MachineDomain", "\"corp.example.com\""),
        ];
    }

    private (string Name, string Value)[] OwnMembers(int row)
    {
        var host = _rows.Hosts[row];
        var id = _random.Next();
        return
        [
            ("event", "\"connection\""),
            ("version", "3"),
            ("id", $"\"{id:x16}{id:x16}\""),
            ("At", $"\"{new DateTimeOffset(_rows.Times[row], TimeSpan.Zero):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\""),
            ("tenant", "\"8f2b1c0d4e5a69788796a5b4c3d2e1f0\""),
            ("device_id", $"\"{_agents[host]}\""),
            ("device_name", _hosts[host]),
            ("device_os", "{\"name\":\"Windows\",\"build\":22631,\"edition\":\"Enterprise\"}"),
            ("account", _users[_rows.Users[row]]),
            ("account_domain", "\"corp.example.com\""),
            ("process_id", (id >> 48).ToString(CultureInfo.InvariantCulture)),
            ("process_path", _images[_rows.Images[row]]),
            ("process_command_line", _commandLines[_rows.CommandLines[row]]),
            ("process_integrity", "\"medium\""),
            ("protocol", "\"tcp\""),
            ("local_ip", $"\"10.{host >> 8}.{host & 255}.17\""),
            ("local_port", (49_152 + (long)(id & 0x3fff)).ToString(CultureInfo.InvariantCulture)),
            ("remote_ip", _addresses[_rows.Addresses[row]]),
            ("remote_port", _rows.Ports[row].ToString(CultureInfo.InvariantCulture)),
            ("bytes_sent", ((long)(id >> 40)).ToString(CultureInfo.InvariantCulture)),
            ("bytes_received", ((long)(id >> 36)).ToString(CultureInfo.InvariantCulture)),
            ("duration_ms", "12.5"),
            ("is_blocked", "false"),
            ("policy", "null"),
            ("tags", "[\"edr\",\"outbound\"]"),
            ("sensor", "{\"version\":\"7.18.17106.0\",\"channel\":\"stable\",\"host\":\"collector-04.corp.example.com\"}"),
        ];
    }

    // FDR writes numbers as texts.
    private static string Number(long number) => string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");

    private void Shuffle((string Name, string Value)[] members)
    {
        for (var i = members.Length - 1; i > 0; i--)
        {
            var j = _random.Below(i + 1);
            (members[i], members[j]) = (members[j], members[i]);
        }
    }
}
