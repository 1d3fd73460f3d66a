namespace DetectionKit.Repository.Tests.Documentation;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Language">What stands after the fence.</param>
/// <param name="Marker">The comment on the line before it, <c>&lt;!-- snippet: 01-FirstDetection/detection --&gt;</c>, without its brackets; empty when there is none.</param>
/// <param name="Text">The lines between the fences.</param>
internal sealed record CodeBlock(string File, int Line, string Language, string Marker, string Text)
{
    /// <summary>What stands after <c>kind:</c> in the marker, or null when it is of another kind.</summary>
    internal string? Marked(string kind) => Marker.StartsWith(kind + ": ", StringComparison.Ordinal) ? Marker[(kind.Length + 2)..] : null;
}
