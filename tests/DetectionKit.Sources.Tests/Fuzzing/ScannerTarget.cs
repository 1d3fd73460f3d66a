using System.Text;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>Records, a line each: a scanner gives and refuses what a JSON reader does, whatever the instructions of the machine.</summary>
internal sealed class ScannerTarget : IFuzzTarget
{
    /// <summary>What the scanners look for.</summary>
    public static FieldScope Scope { get; } = new(
        [("a", 0), ("b", 1), ("wanted", 2), ("x_long_name_of_a_field_that_takes_more_than_a_vector", 3), ("ü", 4)],
        [("in", new([("a", 0), ("deep", 5)], [("in", new(("deep", 5)))]))]);

    /// <inheritdoc/>
    public IEnumerable<byte[]> Seeds { get; } =
    [
        """
        {"a":"1","b":"2","wanted":"three"}
        {"a":"C:\\x \"y\"","b":"\u0041","wanted":""}
        {"a":"1","b":",4","wanted":"}"}
        {"b":"1","a":"2"}
        {"wanted":4,"a":"\\","b":null}
        """u8.ToArray(),
        """
        {"a":"1","other":"a text","b":"2"}
        {"a":"","other":"C:\\","b":"longer than the others"}
        {"a":"x","other":"}","b":"say \"no\""}
        {"a":"y","other":":","b":"\u00e9"}
        {"a":"1","other":"[1,2]","b":"2"}
        """u8.ToArray(),
        """
        {"in":{"a":"1","other":[1,"x",{"a":2}],"in":{"deep":true}},"b":-3.5e2}
        {"in":{"a":"3","other":[2,"long",{}],"in":{"deep":null}},"b":17}
        """u8.ToArray(),
        """
        { "x_long_name_of_a_field_that_takes_more_than_a_vector": "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\\", "ü": 0 }
        { "x_long_name_of_a_field_that_takes_more_than_a_vector": "z", "ü": 1.5 }
        {"a":"1","a":"2","\u0061":3}
        """u8.ToArray(),
    ];

    /// <summary>Reads records by scanners of every kind.</summary>
    public static void Run(IReadOnlyList<byte[]> records)
    {
        RecordScanner[] scanners = [RecordScanner.Of(Scope), RecordScanner.Of<WideBlockReader>(Scope), RecordScanner.Of<HalfBlockReader>(Scope), RecordScanner.Of<PortableBlockReader>(Scope)];

        // Once more, when the shapes of all are known.
        foreach (var record in records.Concat(records))
        {
            var parsed = Parsed(record);
            foreach (var scanner in scanners)
            {
                FuzzFailureException.ThrowIfDifferent(parsed, Scanned(scanner, record));
                RunLine(scanner, [.. record, (byte)'\n']);
                RunLine(scanner, [.. record, .. "\r\n"u8]);
            }
        }
    }

    /// <summary>What a JSON reader gives of a record.</summary>
    public static string Parsed(byte[] record)
    {
        var values = new FieldValues(Scope.Count);
        return Shown(values, record, RecordParser.Read(record, Scope, values));
    }

    /// <summary>The values of a record, or what is wrong with it: what a record that is refused has set plays no part.</summary>
    public static string Shown(FieldValues values, ReadOnlySpan<byte> record, string? fault)
    {
        if (fault is not null) return fault;
        var text = new StringBuilder();
        for (var field = 0; field < Scope.Count; field++)
        {
            text.Append(values.KindOf(field)).Append(':');
            if (values.TryGet(record, field, out var value)) text.Append(Convert.ToHexString(value));
            text.Append(' ');
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void Run(byte[] input)
    {
        var records = new List<byte[]>();
        foreach (var line in input.AsSpan().Split((byte)'\n')) records.Add(input[line]);
        Run(records);
    }

    /// <summary>Has a scanner find where a line ends: the record is the one that a reader would cut off.</summary>
    private static void RunLine(RecordScanner scanner, byte[] line)
    {
        // What follows is such as would be missed, and so long that no record is too near the end to be compared as a whole.
        byte[] more = [.. line, .. Encoding.UTF8.GetBytes(new string('"', 70 + line.Length))];
        var found = scanner.FindLineBreak(more);
        if (found < 0) return;
        var (start, length, end) = (0, found, more.AsSpan().IndexOf((byte)'\n'));
        RecordReader.Trim(more, int.MaxValue, ref start, ref length);
        var values = new FieldValues(Scope.Count);
        var record = more[start..(start + length)];
        FuzzFailureException.ThrowIfDifferent($"{end} {Parsed(record)}", $"{found} {Shown(values, record, scanner.ReadFound(record, values))}");
    }

    private static string Scanned(RecordScanner scanner, byte[] record)
    {
        // Bytes behind the record are none of its business: they are such as would be missed.
        var padded = Encoding.UTF8.GetBytes("\"" + new string('\\', 70)).Concat(record).Concat(Encoding.UTF8.GetBytes("\",\"" + new string('"', 70))).ToArray();
        var values = new FieldValues(Scope.Count);
        var slice = padded.AsSpan(71, record.Length);
        return Shown(values, slice, scanner.Read(slice, values));
    }
}
