namespace DetectionKit;

/// <summary>A key for people.</summary>
internal static class KeyText
{
    /// <summary><c>Host = 'A', RemotePort = 443</c>.</summary>
    internal static string Of(IReadOnlyList<AlertKeyPart> parts) =>
        parts.Count == 0 ? "no key" : string.Join(", ", parts.Select(part => $"{part.Name} = {ValueText.Of(part.Value)}"));

    /// <summary><c>2024-05-06T07:00:00Z to 2024-05-06T08:00:00Z</c>.</summary>
    internal static string Of(AlertWindow window) => $"{ValueText.OfTime(window.Start)} to {ValueText.OfTime(window.End)}";
}
