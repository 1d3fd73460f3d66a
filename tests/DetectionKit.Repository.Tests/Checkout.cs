namespace DetectionKit.Repository.Tests;

/// <summary>The files of the repository, without what builds and runs make.</summary>
internal static class Checkout
{
    private static readonly HashSet<string> s_made = [".git", "bin", "obj", "artifacts", "TestResults", "StrykerOutput", ".vs", ".idea", "node_modules"];

    /// <summary>The folder of the solution.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>A file or folder, by its path from the root.</summary>
    internal static string PathOf(string relative) => Path.Combine(Root, relative);

    internal static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>The path from the root, with forward slashes.</summary>
    internal static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The paths, from the root, of the files under a folder whose names match a pattern.</summary>
    internal static IReadOnlyList<string> Files(string pattern, string under = ".") =>
        [.. Under(new DirectoryInfo(PathOf(under)), pattern).Select(file => Relative(file.FullName)).Order(StringComparer.Ordinal)];

    /// <summary>The folders under a folder, by their paths from the root.</summary>
    internal static IReadOnlyList<string> Folders(string under) =>
        [.. FoldersUnder(new DirectoryInfo(PathOf(under))).Select(folder => Relative(folder.FullName)).Order(StringComparer.Ordinal)];

    private static IEnumerable<FileInfo> Under(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Concat(folder.EnumerateDirectories().Where(IsSource).SelectMany(inner => Under(inner, pattern)));

    private static IEnumerable<DirectoryInfo> FoldersUnder(DirectoryInfo folder) =>
        folder.EnumerateDirectories().Where(IsSource).SelectMany(inner => FoldersUnder(inner).Prepend(inner));

    // What a template makes is a program of its own, under rules of its own.
    private static bool IsSource(DirectoryInfo folder) => !s_made.Contains(folder.Name) && !Directory.Exists(Path.Combine(folder.FullName, ".template.config"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DetectionKit.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"DetectionKit.sln is not in {AppContext.BaseDirectory} or a folder above it.");
    }
}
