namespace DetectionKit.Sources.Joining;

/// <summary>The order of rows: by time, then by their texts.</summary>
internal static class RowOrder
{
    public static int Compare(long ticks, long otherTicks, params ReadOnlySpan<(string? Text, string? Other)> texts)
    {
        var order = ticks.CompareTo(otherTicks);
        for (var i = 0; order == 0 && i < texts.Length; i++) order = string.CompareOrdinal(texts[i].Text, texts[i].Other);
        return order;
    }

    /// <summary>The memory of texts that a pool can't be counted on to share.</summary>
    public static int Bytes(string? text) => text is null ? 0 : 24 + (2 * text.Length);
}
