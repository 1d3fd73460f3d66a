using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>
/// Writes connections as JSON lines of one product. Every fiftieth line has its members in an order of its own; images have escaped backslashes, and command lines escaped quotes, too.
/// </summary>
internal abstract class ConnectionFile
{
    private const int ShuffledLine = 50;
    private const ulong Seed = 7;
    private int _lines;
    private SplitMix64 _random = new(Seed);
    private StreamWriter? _writer;

    protected ConnectionFile(ConnectionRows rows)
    {
        Rows = rows;
        (Hosts, Users, Images, CommandLines) = (Texts(rows.HostTable), Texts(rows.UserTable), Texts(rows.ImageTable), Texts(rows.CommandLineTable));
        Agents = [.. rows.HostTable.Select((_, host) => $"\"{Hex(host, 16)}\"")];
        Addresses = [.. rows.AddressTable.Select(address => $"\"{Destinations.ToAddress(address)}\"")];
    }

    protected ConnectionRows Rows { get; }

    /// <summary>Hosts as JSON, by code; so the others.</summary>
    protected string[] Hosts { get; }

    protected string[] Users { get; }

    protected string[] Images { get; }

    protected string[] CommandLines { get; }

    protected string[] Addresses { get; }

    /// <summary>An id of 16 bytes a host.</summary>
    protected string[] Agents { get; }

    /// <summary>Writes the file.</summary>
    internal void Write(string path)
    {
        using var writer = _writer = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20);
        Begin();
        for (var row = 0; row < Rows.Count; row++) WriteRow(row);
    }

    /// <summary>Writes what stands before all connections.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Writes the lines of a connection.</summary>
    protected abstract void WriteRow(int row);

    protected ulong Next() => _random.Next();

    protected long Milliseconds(int row) => (Rows.Times[row] - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <summary>A number in quotes, as many products write it.</summary>
    protected static string Quoted(long number) => string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");

    protected static string Hex(int seed, int bytes)
    {
        var random = new SplitMix64((ulong)seed);
        var data = new byte[bytes];
        for (var i = 0; i < bytes; i += 8) BinaryPrimitives.WriteUInt64LittleEndian(data.AsSpan(i), random.Next());
        return Convert.ToHexStringLower(data);
    }

    /// <summary>Writes a line.</summary>
    protected void WriteLine(params (string Name, string Value)[] members)
    {
        if (++_lines % ShuffledLine == 0) Shuffle(members);
        var separator = '{';
        foreach (var (name, value) in members)
        {
            _writer!.Write(separator);
            _writer.Write('"');
            _writer.Write(name);
            _writer.Write("\":");
            _writer.Write(value);
            separator = ',';
        }

        _writer!.Write("}\n");
    }

    private static string[] Texts(IReadOnlyList<string> values) => [.. values.Select(value => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"")];

    private void Shuffle((string Name, string Value)[] members)
    {
        for (var i = members.Length - 1; i > 0; i--)
        {
            var j = _random.Below(i + 1);
            (members[i], members[j]) = (members[j], members[i]);
        }
    }
}
