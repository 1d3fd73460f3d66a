using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace DetectionKit.Networks.Tests.Lists;

/// <summary>Writes a database in the MaxMind DB format, version 2.0 (https://maxmind.github.io/MaxMind-DB/), with records of 32 bits.</summary>
internal sealed class MaxMindDatabase
{
    private const int Empty = -1, Separator = 16;
    private readonly List<int[]> _nodes = [[Empty, Empty]];
    private readonly List<byte> _data = [];

    internal MaxMindDatabase Add(string network, Dictionary<string, object> known)
    {
        var (address, prefix) = (IPAddress.Parse(network.Split('/')[0]), int.Parse(network.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture));
        var bytes = new byte[16];
        address.GetAddressBytes().CopyTo(bytes, 16 - address.GetAddressBytes().Length);
        var bits = prefix + (address.GetAddressBytes().Length == 4 ? 96 : 0);
        var node = 0;
        for (var i = 0; i < bits - 1; i++)
        {
            var bit = bytes[i / 8] >> (7 - (i % 8)) & 1;
            if (_nodes[node][bit] == Empty)
            {
                _nodes.Add([Empty, Empty]);
                _nodes[node][bit] = _nodes.Count - 1;
            }

            node = _nodes[node][bit];
        }

        _nodes[node][bytes[(bits - 1) / 8] >> (7 - ((bits - 1) % 8)) & 1] = -2 - _data.Count;
        Write(_data, known);
        return this;
    }

    internal byte[] Make(DateTimeOffset built)
    {
        var file = new List<byte>();
        Span<byte> record = stackalloc byte[4];
        foreach (var value in _nodes.SelectMany(node => node))
        {
            BinaryPrimitives.WriteInt32BigEndian(record, value switch { Empty => _nodes.Count, < 0 => _nodes.Count + Separator - value - 2, _ => value });
            file.AddRange(record);
        }

        file.AddRange(new byte[Separator]);
        file.AddRange(_data);
        file.AddRange([0xab, 0xcd, 0xef, .. "MaxMind.com"u8]);
        Write(file, new Dictionary<string, object>
        {
            ["binary_format_major_version"] = (ushort)2,
            ["binary_format_minor_version"] = (ushort)0,
            ["build_epoch"] = (ulong)built.ToUnixTimeSeconds(),
            ["database_type"] = "Test",
            ["description"] = new Dictionary<string, object> { ["en"] = "A test" },
            ["ip_version"] = (ushort)6,
            ["languages"] = Array.Empty<object>(),
            ["node_count"] = (uint)_nodes.Count,
            ["record_size"] = (ushort)32,
        });
        return [.. file];
    }

    private static void Write(List<byte> to, object value)
    {
        switch (value)
        {
            case string text:
                Head(to, 2, Encoding.UTF8.GetByteCount(text));
                to.AddRange(Encoding.UTF8.GetBytes(text));
                break;
            case ushort number:
                Number(to, 5, number, 2);
                break;
            case uint number:
                Number(to, 6, number, 4);
                break;
            case ulong number:
                Number(to, 9, number, 8);
                break;
            case bool flag:
                Head(to, 14, flag ? 1 : 0);
                break;
            case object[] items:
                Head(to, 11, items.Length);
                foreach (var item in items) Write(to, item);
                break;
            case Dictionary<string, object> map:
                Head(to, 7, map.Count);
                foreach (var (key, item) in map)
                {
                    Write(to, key);
                    Write(to, item);
                }

                break;
            default:
                throw new ArgumentException(value.GetType().Name, nameof(value));
        }
    }

    private static void Number(List<byte> to, int type, ulong number, int size)
    {
        Head(to, type, size);
        for (var i = size - 1; i >= 0; i--) to.Add((byte)(number >> (8 * i)));
    }

    // Sizes of 29 and more have another form, which nothing here needs but for texts of at most 284 bytes.
    private static void Head(List<byte> to, int type, int size)
    {
        var low = Math.Min(size, 29);
        if (type <= 7) to.Add((byte)(type << 5 | low));
        else to.AddRange([(byte)low, (byte)(type - 7)]);
        if (size >= 29) to.Add((byte)(size - 29));
    }
}
