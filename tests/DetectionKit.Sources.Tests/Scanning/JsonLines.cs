using System.Text;
using CsCheck;

namespace DetectionKit.Sources.Tests.Scanning;

/// <summary>Lines of JSON as logs have them, and as they should not: shapes that recur, members in another order, values of every kind, and bytes changed at random.</summary>
internal static class JsonLines
{
    private static readonly string[] s_names = ["a", "b", "c", "wanted", "other", "in", "deep", "x_long_name_of_a_field_that_takes_more_than_a_vector", "ü", "\\u0061", "", "a,b"];

    private static readonly string[] s_texts =
    [
        "", "x", "a text", "C:\\\\Windows\\\\a.exe", "say \\\"no\\\"", "\\u0041\\u00e9", "\\ud83d\\ude00", "\\n\\t\\/\\b\\f\\r", "ends\\\\", ",", "}", "]", ",\\\"", "a\\\\\\\"b", "ü €", "{\\\"a\\\":1}", ":", "\\\\",
        new string('y', 64), new string('z', 130) + "\\\\",
    ];

    private static readonly string[] s_plain = ["0", "-1", "12.5", "1e9", "-0.5E-3", "true", "false", "null", "1700000000000"];

    private static readonly Gen<string> s_text = Gen.Frequency((8, Gen.OneOf(s_texts)), (1, Gen.String[Gen.Char['#', 'Z'], 0, 90])).Select(text => $"\"{text}\"");

    private static readonly Gen<string> s_value = Gen.Recursive<string>((depth, value) => depth > 2
        ? Gen.OneOf(s_text, Gen.OneOf(s_plain))
        : Gen.Frequency((6, s_text), (3, Gen.OneOf(s_plain)), (1, Object(value)), (1, value.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"))));

    private static readonly Gen<(string[] Names, string Gap)> s_kind = Gen.Select(Gen.OneOf(s_names).Array[0, 8], Gen.OneOf("", "", " "));

    private static readonly Gen<(int At, byte Value, int Kind)[]> s_changes = Gen.Frequency(
        (3, Gen.Const(Array.Empty<(int, byte, int)>())),
        (1, Gen.Select(Gen.Int[0, 4000], Gen.OneOf(Gen.Byte, Gen.OneOf("\"\\,:{}[] \n\r\tu0-e"u8.ToArray())), Gen.Int[0, 3]).Array[1, 3]));

    // How far the names of a record are turned, and whether they are reversed.
    private static readonly Gen<(int Turn, bool IsReversed)> s_order = Gen.Frequency((2, Gen.Const((0, false))), (1, Gen.Select(Gen.Int[0, 7], Gen.Bool)));

    /// <summary>Records of a few kinds: the names of a kind are the same in all its records, if not always in one order, its values are not.</summary>
    internal static Gen<byte[][]> Records { get; } = s_kind.Array[1, 3].SelectMany(kinds => Gen.Select(Gen.Int[0, kinds.Length - 1], s_value.Array[8], s_changes, s_order).Array[1, 25].Select(
        records => records.Select(record => Changed(Line(kinds[record.Item1], record.Item2, record.Item4), record.Item3)).ToArray()));

    private static Gen<string> Object(Gen<string> value) =>
        Gen.Select(Gen.OneOf(s_names), value).Array[0, 3].Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}");

    private static string Line((string[] Names, string Gap) kind, string[] values, (int Turn, bool IsReversed) order)
    {
        var names = kind.Names.Select((_, i) => kind.Names[(i + order.Turn) % kind.Names.Length]).ToArray();
        if (order.IsReversed) names.Reverse();
        return $"{{{kind.Gap}{string.Join(',' + kind.Gap, names.Select((name, i) => $"\"{name}\":{kind.Gap}{values[i]}"))}{kind.Gap}}}";
    }

    // A byte is changed, put in or left out, or the rest is cut off.
    private static byte[] Changed(string line, (int At, byte Value, int Kind)[] changes)
    {
        var bytes = Encoding.UTF8.GetBytes(line).ToList();
        foreach (var (at, value, kind) in changes)
        {
            if (bytes.Count == 0) break;
            var place = at % bytes.Count;
            if (kind == 0) bytes[place] = value;
            else if (kind == 1) bytes.Insert(place, value);
            else if (kind == 2) bytes.RemoveAt(place);
            else bytes.RemoveRange(place, bytes.Count - place);
        }

        return [.. bytes];
    }
}
