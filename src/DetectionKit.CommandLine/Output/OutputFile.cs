using System.Text;

namespace DetectionKit.CommandLine.Output;

/// <summary>The file of <c>--out</c>.</summary>
internal static class OutputFile
{
    /// <exception cref="CommandException">It can't be written.</exception>
    internal static StreamWriter Create(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            return new StreamWriter(path, append: false, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"--out {path}: {e.Message}", e);
        }
    }
}
