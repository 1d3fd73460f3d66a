using System.Text.Json;

namespace DetectionKit.Simulator.Settings;

/// <summary>A value of a settings file, with the line that it stands on: what System.Text.Json's own document does not keep.</summary>
internal sealed class SettingsNode
{
    private SettingsNode(string path, int line, JsonTokenType kind, string text)
    {
        Path = path;
        Line = line;
        Kind = kind;
        Text = text;
    }

    public string Path { get; }

    public int Line { get; }

    public JsonTokenType Kind { get; }

    /// <summary>The text of a string, or a number, true, false or null as it is written.</summary>
    public string Text { get; }

    public List<(string Name, SettingsNode Value)> Members { get; } = [];

    public List<SettingsNode> Items { get; } = [];

    /// <exception cref="InvalidDataException">It is not JSON: the message names file and line.</exception>
    public static SettingsNode Parse(ReadOnlySpan<byte> utf8, string file)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            var root = Read(ref reader, utf8, "$");
            while (reader.Read())
            {
                // What follows the value is an error, which the reader reports.
            }

            return root;
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{file}, line {problem.LineNumber + 1}: not JSON. {problem.Message}", problem);
        }
    }

    private static SettingsNode Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string path)
    {
        var line = 1 + utf8[..(int)reader.TokenStartIndex].Count((byte)'\n');
        var kind = reader.TokenType;
        var text = kind switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.StartObject or JsonTokenType.StartArray => "",
            _ => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
        };
        var node = new SettingsNode(path, line, kind, text);
        if (kind == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                node.Members.Add((name, Read(ref reader, utf8, $"{path}.{name}")));
            }
        }
        else if (kind == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) node.Items.Add(Read(ref reader, utf8, $"{path}[{node.Items.Count}]"));
        }

        return node;
    }
}
