using System.Text.RegularExpressions;

namespace DetectionKit.Analyzers.Queries;

/// <summary>What is wrong with the shape of a regular expression.</summary>
internal static class RegexShape
{
    private static readonly string[] s_extensions = ["exe", "dll", "com", "net", "org", "bat", "cmd", "ps1", "vbs", "js", "sys"];

    /// <summary>Why it is no regular expression; null when it is one.</summary>
    public static string? Fault(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return null;
        }
        catch (ArgumentException fault)
        {
            return fault.Message.TrimEnd('.');
        }
    }

    /// <summary>Whether a dot that is not escaped stands before what looks like an extension.</summary>
    public static bool HasBareDotBeforeExtension(string pattern)
    {
        for (var i = 1; i < pattern.Length; i++)
        {
            if (pattern[i] != '.' || IsEscaped(pattern, i) || !(char.IsLetterOrDigit(pattern[i - 1]) || pattern[i - 1] == ')')) continue;
            var end = i + 1;
            while (end < pattern.Length && char.IsLetterOrDigit(pattern[end])) end++;
            if (s_extensions.Contains(pattern.Substring(i + 1, end - i - 1).ToLowerInvariant())) return true;
        }

        return false;
    }

    /// <summary>Whether it is a mere name with an extension, which is found anywhere.</summary>
    public static bool IsNameWithoutAnchor(string pattern) =>
        s_extensions.Any(extension => pattern.EndsWith(@"\." + extension, StringComparison.OrdinalIgnoreCase)) && !pattern.StartsWith("^", StringComparison.Ordinal) && !pattern.Contains('$');

    /// <summary>Whether a group that repeats without a limit has a repetition without a limit in it. Some such are harmless, where what stands beside the inner one ends each round; they are told from others by no simple look.</summary>
    public static bool RepeatsWithinRepetition(string pattern)
    {
        var open = new Stack<bool>();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\') i++;
            else if (inClass) inClass = c != ']';
            else if (c == '[') inClass = true;
            else if (c == '(') open.Push(false);
            else if (c == ')' && open.Count > 0)
            {
                var repeats = open.Pop();
                var isRepeated = i + 1 < pattern.Length && IsUnlimited(pattern, i + 1);
                if (repeats && isRepeated) return true;
                if ((repeats || isRepeated) && open.Count > 0) Mark(open);
            }
            else if (i > 0 && IsUnlimited(pattern, i) && open.Count > 0 && pattern[i - 1] != ')') Mark(open);
        }

        return false;
    }

    private static void Mark(Stack<bool> open)
    {
        open.Pop();
        open.Push(true);
    }

    private static bool IsUnlimited(string pattern, int at) => pattern[at] is '*' or '+' || (pattern[at] == '{' && pattern.IndexOf(",}", at, StringComparison.Ordinal) is var end && end > at && end < pattern.IndexOf('}', at) + 1);

    private static bool IsEscaped(string pattern, int at)
    {
        var slashes = 0;
        while (at - slashes > 0 && pattern[at - slashes - 1] == '\\') slashes++;
        return slashes % 2 == 1;
    }
}
