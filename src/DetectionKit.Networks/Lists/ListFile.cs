using System.IO.Compression;

namespace DetectionKit.Networks.Lists;

/// <summary>A list in a file of the user's.</summary>
internal static class ListFile
{
    internal static HostingList Read(string path)
    {
        if (!File.Exists(path)) throw new FormatException($"There is no file {path}: write embedded, none, or the path of a list.");
        if (path.EndsWith(".mmdb", StringComparison.OrdinalIgnoreCase)) return MaxMindList.Read(path);
        try
        {
            using Stream file = File.OpenRead(path);
            using var text = new StreamReader(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file);
            return ListText.Read(text, path, DateOnly.FromDateTime(File.GetLastWriteTimeUtc(path)));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new FormatException($"{path} can't be read: {e.Message}", e);
        }
    }
}
