namespace DetectionKit;

/// <summary>A list of items as text for people: itself when short, its number of items when long.</summary>
internal static class ItemsText
{
    /// <summary>A list longer than this is shown by its number of items.</summary>
    internal const int Longest = 60;

    internal static string Of(IReadOnlyList<string> items, string plural)
    {
        var list = $"[{string.Join(", ", items)}]";
        return list.Length <= Longest ? list : $"[{items.Count} {plural}]";
    }
}
