using System.Text.RegularExpressions;

namespace DetectionKit.Repository.Tests;

/// <summary>A type that a file declares, not nested in another.</summary>
/// <param name="FullName">Its namespace, name and, for a generic one, the number of its parameters: <c>Space.Type`1</c>.</param>
/// <param name="IsPublic">Whether others can see it.</param>
internal sealed partial record TypeDeclaration(string FullName, bool IsPublic)
{
    internal static IEnumerable<TypeDeclaration> TopLevelOf(string source)
    {
        var space = Namespace().Match(source).Groups[1].Value;
        foreach (Match type in Declaration().Matches(source))
        {
            var arity = type.Groups["arguments"].Success ? $"`{type.Groups["arguments"].Value.Count(c => c == ',') + 1}" : "";
            yield return new($"{space}.{type.Groups["name"].Value}{arity}", type.Groups["modifiers"].Value.Contains("public ", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();

    // Declarations at the margin: with file-scoped namespaces these are the ones that are not nested.
    [GeneratedRegex(
        """
        ^(?<modifiers>(?:(?:public|internal|file|abstract|sealed|static|readonly|partial|unsafe|ref)[ ])*)
        (?:(?:class|struct|interface|enum|record[ ]class|record[ ]struct|record)[ ](?<name>\w+)(?:<(?<arguments>[^>]*)>)?(?![\w ]*[ ]\w+\()
        |delegate[ ][^(\n]*?(?<name>\w+)(?:<(?<arguments>[^>\n]*)>)?\()
        """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
