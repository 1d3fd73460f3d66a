using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DetectionKit;

/// <summary>The values of an options object as text: for people, and in a canonical form whose hash an alert carries.</summary>
public static class OptionsText
{
    private const int MaxDepth = 16;

    /// <summary>
    /// One line an option, <c>Name=value</c>, in ordinal order, invariant, with the keys of configuration (<c>Group:Name</c>, <c>List:0</c>); an
    /// option that is null is its name alone. Equal options give equal text on every machine.
    /// </summary>
    /// <param name="options">The options; null, for a detection without any, gives an empty text.</param>
    /// <exception cref="NotSupportedException">An option's value is no text, number, list or group of options.</exception>
    public static string Canonical(object? options)
    {
        var lines = new List<string>();
        if (options is not null) Write(options, "", lines, 0);
        return Joined(lines);
    }

    /// <summary>The first 16 hexadecimal digits, in lower case, of the SHA-256 of the canonical text in UTF-8.</summary>
    /// <inheritdoc cref="Canonical" path="/param"/>
    /// <inheritdoc cref="Canonical" path="/exception"/>
    public static string Hash(object? options) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(options))).AsSpan(0, 8));

    /// <summary>
    /// The options by name and value for people, in the order in which the class declares them; of a long list the first items and their number.
    /// </summary>
    /// <param name="options">The options; null, for a detection without any, gives an empty list.</param>
    public static IReadOnlyList<(string Name, string Value)> Describe(object? options)
    {
        var described = new List<(string Name, string Value)>();
        if (options is not null) Describe(options, "", described, 0);
        return described;
    }

    /// <summary>The names of the options, without what lies within them, whose values differ.</summary>
    internal static IReadOnlySet<string> Changed(object before, object after) =>
        Values(before).Except(Values(after)).Select(option => option.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The options of the class itself, groups and lists whole, each by its name and canonical text: what two snapshots are compared by.</summary>
    /// <returns>As many, in the same order, for every object of one class.</returns>
    internal static IReadOnlyList<(string Name, string Value)> Values(object? options) =>
        options is null ? [] : [.. OptionProperty.Of(options.GetType()).Select(option => (option.Name, Joined(options, option)))];

    /// <summary>The canonical text of the value of one option of the class itself, without the option's name; null when the class has no such option.</summary>
    internal static string? ValueText(object options, string name)
    {
        if (OptionProperty.Of(options.GetType()).FirstOrDefault(option => option.Name == name) is not { } option) return null;
        var lines = new List<string>();
        Write(options, option, "", lines, 0);
        return Joined([.. lines.Select(line => line[name.Length..])]);
    }

    /// <summary>One value for people.</summary>
    internal static string ValueOf(object? value)
    {
        if (value is null) return "null";
        if (OptionListBinding.For(value.GetType()) is { } list) return list.Items(value) is { } items ? ItemsText.Shortened(items) : "null";
        var text = OptionFormat.Text(value) ?? "null";
        return value is string ? $"'{text}'" : text;
    }

    private static void Describe(object group, string path, List<(string Name, string Value)> described, int depth)
    {
        foreach (var option in OptionProperty.Of(group.GetType()))
        {
            var (name, value) = (path + option.Name, option.Get(group));
            if (value is not null && IsGroup(option, value) && depth < MaxDepth) Describe(value, name + ":", described, depth + 1);
            else described.Add((name, ValueOf(value)));
        }
    }

    private static void Write(object group, string path, List<string> lines, int depth)
    {
        if (depth > MaxDepth) throw new NotSupportedException($"The options at {path} nest deeper than {MaxDepth} groups, as in a cycle: make them end.");
        foreach (var option in OptionProperty.Of(group.GetType())) Write(group, option, path, lines, depth);
    }

    private static void Write(object group, OptionProperty option, string path, List<string> lines, int depth)
    {
        var (name, value) = (path + option.Name, option.Get(group));
        if (OptionListBinding.For(option.Type) is { } list) WriteList(name, list.CanonicalItems(value), lines);
        else if (value is null || !option.IsGroup) lines.Add(Line(name, OptionFormat.Text(value)));
        else if (IsGroup(option, value)) Write(value, name + ":", lines, depth + 1);
        else throw new NotSupportedException($"{name} is of type {value.GetType()}, which is no text, number, list or group of options: use one.");
    }

    private static string Joined(object group, OptionProperty option)
    {
        var lines = new List<string>();
        Write(group, option, "", lines, 0);
        return Joined(lines);
    }

    private static string Joined(List<string> lines)
    {
        lines.Sort(StringComparer.Ordinal);
        return string.Concat(lines.Select(l => l + "\n"));
    }

    private static bool IsGroup(OptionProperty option, object value) => option.IsGroup && OptionProperty.Of(value.GetType()).Count > 0;

    private static void WriteList(string name, IReadOnlyList<string?>? items, List<string> lines)
    {
        if (items is null or []) lines.Add(Line(name, items is null ? null : ""));
        else lines.AddRange(items.Select((item, i) => Line(string.Create(CultureInfo.InvariantCulture, $"{name}:{i}"), item)));
    }

    private static string Line(string name, string? value) =>
        value is null ? name : $"{name}={value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)}";
}
