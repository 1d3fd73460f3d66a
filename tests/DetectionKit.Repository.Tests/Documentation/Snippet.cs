namespace DetectionKit.Repository.Tests.Documentation;

/// <summary>A region of compiled code, between <c>// &lt;snippet name&gt;</c> and <c>// &lt;/snippet&gt;</c>.</summary>
internal static class Snippet
{
    /// <summary>The text of <c>folder/name</c>, moved to the margin: a folder of samples or tests.</summary>
    internal static string Read(string address)
    {
        var (folder, name) = (address[..address.LastIndexOf('/')], address[(address.LastIndexOf('/') + 1)..]);
        var begin = $"// <snippet {name}>";
        var root = new[] { "samples/" + folder, "tests/" + folder }.Single(path => Directory.Exists(Checkout.PathOf(path)));
        var lines = Checkout.Files("*.cs", root).Select(file => Checkout.Read(file).ReplaceLineEndings("\n").Split('\n')).Single(file => file.Any(line => line.Trim() == begin));
        var first = Array.FindIndex(lines, line => line.Trim() == begin) + 1;
        var last = Array.FindIndex(lines, first, line => line.Trim() == "// </snippet>");
        var margin = lines[first - 1].Length - lines[first - 1].TrimStart().Length;
        return string.Join('\n', lines[first..last].Select(line => line.Length > margin ? line[margin..] : line.Trim()));
    }
}
