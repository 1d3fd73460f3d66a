namespace DetectionKit;

/// <summary>A list of items as text for people: itself when short, its number of items when long.</summary>
internal static class ItemsText
{
    /// <summary>A list longer than this is shown by its number of items.</summary>
    internal const int Longest = 60;

    /// <summary>The list itself when short; when long, the items that fit and the number of all.</summary>
    internal static string Shortened(IReadOnlyList<string?> items)
    {
        var (shown, length) = (0, 0);
        while (shown < items.Count && (shown == 0 || length + Text(items[shown]).Length + 2 <= Longest)) length += Text(items[shown++]).Length + 2;
        var list = string.Join(", ", items.Take(shown).Select(Text));
        return shown == items.Count ? $"[{list}]" : $"[{list}, … {items.Count} in all]";
    }

    private static string Text(string? item) => item ?? "null";

    internal static string Of(IReadOnlyList<string> items, string plural)
    {
        var list = $"[{string.Join(", ", items)}]";
        return list.Length <= Longest ? list : $"[{items.Count} {plural}]";
    }
}
