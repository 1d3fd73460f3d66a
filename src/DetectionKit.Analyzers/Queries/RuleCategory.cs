namespace DetectionKit.Analyzers.Queries;

/// <summary>The categories of rules, as .editorconfig names them: dotnet_analyzer_diagnostic.category-DetectionKit.State.severity.</summary>
internal static class RuleCategory
{
    public const string Metadata = "DetectionKit.Metadata";
    public const string State = "DetectionKit.State";
    public const string Time = "DetectionKit.Time";
    public const string Thresholds = "DetectionKit.Thresholds";
    public const string Determinism = "DetectionKit.Determinism";
    public const string Comparison = "DetectionKit.Comparison";
    public const string Query = "DetectionKit.Query";
    public const string Testing = "DetectionKit.Testing";
}
