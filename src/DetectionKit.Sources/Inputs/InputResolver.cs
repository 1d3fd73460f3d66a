using Microsoft.Extensions.FileSystemGlobbing;

namespace DetectionKit.Sources.Inputs;

/// <summary>Turns what a user names (a file, a folder, a glob, <c>-</c>) into files, each once, in the order of naming and then of their paths.</summary>
internal sealed class InputResolver(IEnumerable<string> fileEndings, Func<Stream> standardInput)
{
    private const int DeepestFolder = 64;
    private static readonly char[] GlobCharacters = ['*', '?'];

    private readonly string[] _endings = [.. fileEndings.Select(e => e.ToLowerInvariant())];

    /// <exception cref="SourceException">An input matches nothing.</exception>
    public IReadOnlyList<InputFile> Resolve(IEnumerable<string> inputs)
    {
        var files = new List<InputFile>();
        var seen = new HashSet<string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            if (string.IsNullOrEmpty(input)) throw new SourceException("", "An input is empty: write a file, a folder, a glob, or - for standard input.");
            foreach (var path in Paths(input))
            {
                if (seen.Add(path == InputFile.StandardInputName ? path : Path.GetFullPath(path)))
                {
                    files.Add(new InputFile(path, path == InputFile.StandardInputName ? standardInput() : null, IsFound: path != input));
                }
            }
        }

        return files.Count > 0 ? files : throw new SourceException("", "There is no input: write a file, a folder, a glob, or - for standard input.");
    }

    private IEnumerable<string> Paths(string input)
    {
        if (input == InputFile.StandardInputName || File.Exists(input)) return [input];
        if (Directory.Exists(input)) return InFolder(input);
        if (input.IndexOfAny(GlobCharacters) >= 0) return InGlob(input);
        throw new SourceException(input, $"{input}: there is no such file or folder (looked for {Path.GetFullPath(input)}).");
    }

    private string[] InFolder(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = DeepestFolder, IgnoreInaccessible = false };
        string[] found = Search(folder, () => [.. Directory.EnumerateFiles(folder, "*", options).Where(IsKnown).Order(StringComparer.Ordinal)]);
        if (found.Length > 0) return found;
        throw new SourceException(
            folder,
            $"{folder}: no file in this folder, or in folders within it, ends in {string.Join(", ", _endings)} or one of these with .gz, or .gz alone. "
            + "Name files of other endings themselves, or by a glob.");
    }

    private bool IsKnown(string path)
    {
        var name = Path.GetFileName(path).ToLowerInvariant();
        return name.EndsWith(".gz", StringComparison.Ordinal) || _endings.Any(e => name.EndsWith(e, StringComparison.Ordinal));
    }

    private static string[] InGlob(string glob)
    {
        var wild = glob.IndexOfAny(GlobCharacters);
        var rootEnd = glob.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], wild) + 1;
        var (root, pattern) = (glob[..rootEnd], glob[rootEnd..]);

        // The matcher does not know ?, so it finds what * would, and the expression picks from that.
        var matcher = new Matcher(OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        matcher.AddInclude(pattern.Replace('?', '*'));
        var exact = pattern.Contains('?', StringComparison.Ordinal) ? GlobExpression.Of(pattern) : null;
        var folder = root.Length == 0 ? "." : root;
        if (!Directory.Exists(folder)) throw new SourceException(glob, $"{glob}: there is no folder {Path.GetFullPath(folder)} to look in.");
        string[] found = Search(
            glob,
            () =>
            [
                .. matcher.GetResultsInFullPath(folder)
                    .Select(p => Path.GetRelativePath(Path.GetFullPath(folder), p))
                    .Where(p => exact?.IsMatch(p.Replace('\\', '/')) != false)
                    .Order(StringComparer.Ordinal)
                    .Select(p => root + p),
            ]);
        return found.Length > 0
            ? found
            : throw new SourceException(glob, $"{glob}: no file matches (looked in {Path.GetFullPath(folder)} for {pattern}; ** reaches into folders).");
    }

    private static string[] Search(string input, Func<string[]> search)
    {
        try
        {
            return search();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(input, $"{input} can't be searched: {e.Message}", e);
        }
    }
}
