using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace DetectionKit;

/// <summary>What configuration does to a list.</summary>
/// <param name="Path">The key of the list.</param>
/// <param name="Replace">The items in place of the default; null leaves it.</param>
/// <param name="Remove">The items taken from it.</param>
/// <param name="Add">The items then put at its end.</param>
internal sealed record OptionListEdit(
    string Path,
    IReadOnlyList<OptionListItem>? Replace,
    IReadOnlyList<OptionListItem> Remove,
    IReadOnlyList<OptionListItem> Add)
{
    private const string AddKey = "Add";
    private const string RemoveKey = "Remove";

    internal static OptionListEdit Read(IConfigurationSection section, List<string> errors)
    {
        List<OptionListItem>? add = null, remove = null;
        var indexed = new List<IConfigurationSection>();
        var children = section.GetChildren().ToList();
        foreach (var child in children)
        {
            if (IsIndex(child.Key)) indexed.Add(child);
            else if (string.Equals(child.Key, AddKey, StringComparison.OrdinalIgnoreCase)) add = Items(child, errors);
            else if (string.Equals(child.Key, RemoveKey, StringComparison.OrdinalIgnoreCase)) remove = Items(child, errors);
            else errors.Add($"{child.Path} is not an option; the nearest is {NearestName.Of(child.Key, [AddKey, RemoveKey])} ({section.Path} is a list).");
        }

        if (children.Count == 0 && section.Value is null) errors.Add($"{section.Path} has no value; expected a list (an empty value is an empty list).");
        var replace = section.Value is not null || indexed.Count > 0 ? Items(section.Value, section.Path, indexed, errors) : null;
        return new(section.Path, replace, remove ?? [], add ?? []);
    }

    private static List<OptionListItem> Items(IConfigurationSection section, List<string> errors)
    {
        var children = section.GetChildren().ToList();
        errors.AddRange(children.Where(c => !IsIndex(c.Key)).Select(c => $"{c.Path} is not an option: {section.Path} is a list."));
        return Items(section.Value, section.Path, children.FindAll(c => IsIndex(c.Key)), errors);
    }

    private static List<OptionListItem> Items(string? value, string path, List<IConfigurationSection> indexed, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(value) && value is not null) return [];
        if (value is not null) return [.. value.Split(',', StringSplitOptions.TrimEntries).Select(t => new OptionListItem(path, t))];
        errors.AddRange(indexed.Where(c => c.Value is null).Select(c => $"{c.Path} has no value; expected an item of the list {path}."));
        return [.. indexed.Where(c => c.Value is not null).Select(c => new OptionListItem(c.Path, c.Value!))];
    }

    private static bool IsIndex(string key) => uint.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
