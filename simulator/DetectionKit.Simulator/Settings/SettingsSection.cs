using System.Globalization;
using System.Text.Json;

namespace DetectionKit.Simulator.Settings;

/// <summary>
/// Reads the members of one object of a settings file. A wrong value is noted with its file, line and field, and its default is taken, so that one
/// reading names every problem.
/// </summary>
internal sealed class SettingsSection
{
    private readonly SettingsNode _node;
    private readonly string _file;
    private readonly List<string> _problems;
    private readonly List<string> _known = [];

    private SettingsSection(SettingsNode node, string file, List<string> problems)
    {
        _node = node;
        _file = file;
        _problems = problems;
        if (node.Kind != JsonTokenType.StartObject) Note(node, $"write an object, in braces, in place of {Shown(node)}");
        foreach (var again in node.Members.GroupBy(m => m.Name, StringComparer.Ordinal).Where(g => g.Count() > 1)) Note(again.Last().Value, "it is given twice; leave one out");
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">Something is wrong with it; the message names each, one a line.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, string file, Func<SettingsSection, T> read)
    {
        var problems = new List<string>();
        var root = new SettingsSection(SettingsNode.Parse(utf8, file), file, problems);
        var result = root.Finish(read);
        return problems.Count == 0 ? result : throw new InvalidDataException(string.Join('\n', problems));
    }

    public bool Has(string name) => Find(name) is not null;

    public double Number(string name, double least, double greatest, double otherwise)
    {
        if (Find(name) is not { } node) return otherwise;
        if (node.Kind == JsonTokenType.Number && double.TryParse(node.Text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= greatest) return value;
        Note(node, string.Create(CultureInfo.InvariantCulture, $"write a number from {least} to {greatest} in place of {Shown(node)}"));
        return otherwise;
    }

    public int Integer(string name, int least, int greatest, int otherwise)
    {
        if (Find(name) is not { } node) return otherwise;
        if (node.Kind == JsonTokenType.Number && int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= greatest) return value;
        Note(node, string.Create(CultureInfo.InvariantCulture, $"write a whole number from {least} to {greatest} in place of {Shown(node)}"));
        return otherwise;
    }

    /// <summary>A time span as "hh:mm:ss" or "d.hh:mm:ss".</summary>
    public TimeSpan Time(string name, TimeSpan least, TimeSpan greatest, TimeSpan otherwise)
    {
        if (Find(name) is not { } node) return otherwise;
        var text = node.Text.StartsWith('+') ? node.Text[1..] : node.Text;
        if (node.Kind == JsonTokenType.String && text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= greatest) return value;
        Note(node, $"write a time from \"{least:c}\" to \"{greatest:c}\", as \"01:30:00\" or \"1.12:00:00\", in place of {Shown(node)}");
        return otherwise;
    }

    public string? Text(string name, Func<string, string?>? problemOf = null)
    {
        if (Find(name) is not { } node) return null;
        if (node.Kind != JsonTokenType.String || string.IsNullOrWhiteSpace(node.Text))
        {
            Note(node, $"write a text in place of {Shown(node)}");
            return null;
        }

        if (problemOf?.Invoke(node.Text) is { } problem) Note(node, problem);
        return node.Text;
    }

    public T? Section<T>(string name, Func<SettingsSection, T> read)
        where T : class => Find(name) is { } node ? new SettingsSection(node, _file, _problems).Finish(read) : null;

    public IReadOnlyList<T> List<T>(string name, Func<SettingsSection, T> read)
    {
        if (Find(name) is not { } node) return [];
        if (node.Kind != JsonTokenType.StartArray) Note(node, $"write a list, in square brackets, in place of {Shown(node)}");
        return [.. node.Items.Select(item => new SettingsSection(item, _file, _problems).Finish(read))];
    }

    /// <summary>The members of an object whose names are values: of these known ones, each a number.</summary>
    public IReadOnlyDictionary<string, double> Numbers(string name, IReadOnlyList<string> known, double least, double greatest) =>
        Section(name, section => (IReadOnlyDictionary<string, double>)known.Where(section.Has)
            .ToDictionary(k => k, k => section.Number(k, least, greatest, least), StringComparer.Ordinal)) ?? new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Notes that the object as a whole is wrong.</summary>
    public void Problem(string problem) => Note(_node, problem);

    private T Finish<T>(Func<SettingsSection, T> read)
    {
        var result = read(this);
        foreach (var (name, value) in _node.Members.Where(m => !_known.Contains(m.Name)))
            Note(value, NearestName.Of(name, _known) is { } nearest ? $"there is no such field; the nearest one is '{nearest}', and there are {string.Join(", ", _known)}" : "there is no such field");
        return result;
    }

    private SettingsNode? Find(string name)
    {
        if (!_known.Contains(name)) _known.Add(name);
        return _node.Members.Find(m => m.Name == name).Value;
    }

    private void Note(SettingsNode node, string problem) => _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{_file}, line {node.Line}, {node.Path}: {problem}."));

    private static string Shown(SettingsNode node) => node.Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => $"\"{node.Text}\"",
        _ => node.Text,
    };
}
