using System.Text.RegularExpressions;

namespace DetectionKit.Repository.Tests.Documentation;

/// <summary>A Markdown file of the repository: its code blocks, links and headings.</summary>
internal sealed partial class MarkdownFile
{
    private readonly string[] _lines;

    internal MarkdownFile(string path)
    {
        Path = path;
        _lines = Checkout.Read(path).ReplaceLineEndings("\n").Split('\n');
        CodeBlocks = [.. FindCodeBlocks()];
    }

    /// <summary>All that the repository has.</summary>
    internal static IReadOnlyList<MarkdownFile> All { get; } = [.. Checkout.Files("*.md").Select(path => new MarkdownFile(path))];

    internal string Path { get; }

    internal IReadOnlyList<CodeBlock> CodeBlocks { get; }

    /// <summary>What links and images point at, outside code blocks.</summary>
    internal IEnumerable<string> Links => Prose().SelectMany(line => Link().Matches(CodeSpan().Replace(line, "")).Select(match => match.Groups[1].Value));

    /// <summary>The names by which a link reaches the headings: as GitHub makes them.</summary>
    internal IEnumerable<string> Anchors => Prose().Where(line => line.StartsWith('#')).Select(line => Slug(line.TrimStart('#').Trim()));

    private static string Slug(string heading) => string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    private IEnumerable<string> Prose()
    {
        var inCode = false;
        foreach (var line in _lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inCode = !inCode;
            else if (!inCode) yield return line;
        }
    }

    private IEnumerable<CodeBlock> FindCodeBlocks()
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            if (!_lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            var (begin, end) = (i, Array.FindIndex(_lines, i + 1, line => line == "```"));
            if (end < 0) throw new InvalidOperationException($"{Path}:{begin + 1}: the code block has no end.");
            yield return new(Path, begin + 1, _lines[begin][3..].Trim(), begin > 0 ? Marker().Match(_lines[begin - 1]).Groups[1].Value : "", string.Join('\n', _lines[(begin + 1)..end]));
            i = end;
        }
    }

    [GeneratedRegex(@"!?\[[^\]]*\]\(([^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`", RegexOptions.NonBacktracking)]
    private static partial Regex CodeSpan();

    [GeneratedRegex("^<!-- (.*) -->$", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
