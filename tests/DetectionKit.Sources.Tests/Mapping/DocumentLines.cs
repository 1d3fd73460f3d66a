using CsCheck;

namespace DetectionKit.Sources.Tests.Mapping;

/// <summary>Lines of JSON with fields at given paths, most of them sound: values of all kinds, members in other orders, objects that are something else.</summary>
internal static class DocumentLines
{
    // In Latin-1, so that "ü" is a byte that is no character in UTF-8, and "Ã¼" two that are one.
    private static readonly string[] s_rare =
    [
        "null", "\"\"", "\"-\"", "true", "7", "-1", "70000", "4001", "\"4001.0\"", "99999999999999999999", "0.5", "{\"a\":1}", "[\"x\"]", "[{\"ip\":\"203.0.113.1\"}]", "[]", "\"ü\"", "\"Ã¼\"", "\"\\u0061\"", "\"\\ud83d\"",
        "\"{\\\"ip\\\":\\\"203.0.113.7\\\"}\"", "\"soon\"",
    ];

    /// <summary>Lines.</summary>
    /// <param name="fields">The paths, and what stands there as a rule.</param>
    public static Gen<string> Of(params (string Path, string[] Usual)[] fields)
    {
        var values = fields.Select(field => Gen.Select(Gen.Int[0, 40], Gen.OneOf(field.Usual), Gen.OneOf(s_rare), (chance, usual, rare) => chance switch { 0 => rare, 1 => "", _ => usual })).ToArray();
        return Gen.Select(values.Aggregate(Gen.Const(Array.Empty<string>()), (all, next) => Gen.Select(all, next, (list, value) => (string[])[.. list, value])), Gen.Int[0, 120], Gen.OneOf(s_rare)).Select((written, form, rare) =>
        {
            var root = new Node();
            for (var i = 0; i < fields.Length; i++)
            {
                if (written[i].Length > 0) root.Add(form == i ? [fields[i].Path] : fields[i].Path.Split('.'), written[i]);
            }

            var members = root.Members().ToList();
            if (form > 100) members.Insert(form % (members.Count + 1), $"\"{fields[form % fields.Length].Path.Split('.')[0]}\":{rare}");
            if (form % 7 == 0) members.Reverse();
            return $"{{{string.Join(',', members)}}}{(form == 99 ? "," : "")}";
        });
    }

    private sealed class Node
    {
        private readonly List<(string Name, string Value)> _values = [];
        private readonly Dictionary<string, Node> _inner = [];

        public void Add(ReadOnlySpan<string> path, string value)
        {
            if (path.Length == 1)
            {
                _values.Add((path[0], value));
                return;
            }

            if (!_inner.TryGetValue(path[0], out var inner)) _inner[path[0]] = inner = new();
            inner.Add(path[1..], value);
        }

        public IEnumerable<string> Members() =>
            _values.Select(value => $"\"{value.Name}\":{value.Value}").Concat(_inner.Select(inner => $"\"{inner.Key}\":{{{string.Join(',', inner.Value.Members())}}}"));
    }
}
