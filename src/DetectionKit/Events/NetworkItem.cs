using System.Diagnostics.CodeAnalysis;

namespace DetectionKit;

/// <summary>One item of a <see cref="NetworkSet"/>: the text as given, and the networks that it stands for.</summary>
internal sealed record NetworkItem(string Text, NetworkRange[] Networks)
{
    private bool IsPreset => NetworkPresets.ByName.ContainsKey(Text);

    internal static NetworkItem Parse(string? text) => TryParse(text, out var item, out var problem) ? item : throw new FormatException(problem);

    internal static bool TryParse(string? text, [NotNullWhen(true)] out NetworkItem? item, [NotNullWhen(false)] out string? problem)
    {
        item = null;
        var trimmed = text?.Trim() ?? "";
        if (NetworkPresets.ByName.TryGetValue(trimmed, out var preset))
        {
            item = new(trimmed, Array.ConvertAll(preset, static p => Parse(p).Networks[0]));
            problem = null;
            return true;
        }

        if (!NetworkRange.TryParseNetwork(trimmed, out var range, out var reason))
        {
            problem = $"'{trimmed}' is no network: {reason}. Write a network such as 10.0.0.0/8, an address such as 192.0.2.1 or ::1, "
                + $"or a preset ({string.Join(", ", NetworkPresets.ByName.Keys)}).";
            return false;
        }

        item = new(trimmed, [range]);
        problem = null;
        return true;
    }

    /// <summary>The network that holds an address, as shown to people; null when none does.</summary>
    internal string? Find(UInt128 address)
    {
        foreach (var network in Networks)
        {
            if (network.Contains(address)) return IsPreset ? $"{Text} ({network})" : Text;
        }

        return null;
    }
}
