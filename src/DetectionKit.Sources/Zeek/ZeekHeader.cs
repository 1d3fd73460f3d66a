using System.Runtime.CompilerServices;
using System.Text;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Zeek;

/// <summary>What the lines at the head of a TSV log say of its rows: the separator, the columns, and what an absent value is written as.</summary>
internal sealed class ZeekHeader
{
    private byte[] _unset = "-"u8.ToArray();
    private byte[] _empty = "(empty)"u8.ToArray();
    private byte _separator = (byte)'\t';
    private int[]? _columns;
    private string _path = "";

    /// <summary>The log that it is, once its path or its columns are known.</summary>
    public ZeekLog Log { get; private set; }

    /// <summary>Whether a line belongs to a head: it begins with <c>#</c>.</summary>
    public static bool IsHead(ReadOnlySpan<byte> line) => line.StartsWith("#"u8);

    /// <summary>Reads a line of the head. A log that is rotated into one file with another begins anew.</summary>
    public void Read(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("#separator "u8))
        {
            var text = line["#separator "u8.Length..];
            _separator = text.StartsWith(@"\x"u8) && text.Length >= 4 && byte.TryParse(Encoding.ASCII.GetString(text[2..4]), System.Globalization.NumberStyles.HexNumber, null, out var code) ? code : text.StartsWith(@"\t"u8) ? (byte)'\t' : text.IsEmpty ? (byte)'\t' : text[0];
            _columns = null;
            return;
        }

        if (Value(line, "#unset_field"u8) is { } unset) _unset = unset;
        else if (Value(line, "#empty_field"u8) is { } empty) _empty = empty;
        else if (Value(line, "#path"u8) is { } path) _path = Encoding.UTF8.GetString(path);
        else if (Value(line, "#fields"u8) is { } names) ReadColumns(names);
    }

    /// <summary>Puts a row's values in their places; what is wrong with it, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Read(ReadOnlySpan<byte> row, FieldValues values)
    {
        values.Clear();
        if (_columns is null) return "there is no #fields line before it, which says what its columns are";
        var (column, start) = (0, 0);
        while (true)
        {
            var rest = row[start..];
            var end = rest.IndexOf(_separator);
            var text = end < 0 ? rest : rest[..end];
            if (column < _columns.Length)
            {
                if (_columns[column] != FieldNames.None && !text.SequenceEqual(_unset)) values.Set(_columns[column], FieldKind.Text, start, text.SequenceEqual(_empty) ? 0 : text.Length);
            }
            else if (!text.IsEmpty)
            {
                return $"it has more than the {_columns.Length} columns of its #fields line";
            }

            column++;
            if (end < 0) break;
            start += end + 1;
        }

        return column < _columns.Length ? $"it has {column} of the {_columns.Length} columns of its #fields line" : null;
    }

    private byte[]? Value(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.StartsWith(name) && line.Length > name.Length && line[name.Length] == _separator ? line[(name.Length + 1)..].ToArray() : null;

    private void ReadColumns(ReadOnlySpan<byte> names)
    {
        var columns = new List<int>();
        foreach (var range in names.Split(_separator)) columns.Add(ZeekField.Scope.Find(names[range]));
        _columns = [.. columns];
        Log = ZeekLogs.Named(_path) ?? ZeekLogs.Of(_columns.Contains);
    }
}
