namespace DetectionKit.Analyzers.Queries;

/// <summary>Where a rule is described.</summary>
internal static class RuleDescriptor
{
    /// <summary>The page of a rule.</summary>
    public static string PageOf(string id) => $"https://github.com/detectionkit/detectionkit/blob/main/docs/rules/{id}.md";
}
