using System.Text;

namespace DetectionKit.CommandLine.Output;

/// <summary>A file that a command line names.</summary>
internal static class OutputFile
{
    /// <exception cref="CommandException">It can't be written.</exception>
    internal static StreamWriter Create(string path, string option = "--out", bool append = false)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            return new StreamWriter(path, append, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"{option} {path}: {e.Message}", e);
        }
    }
}
