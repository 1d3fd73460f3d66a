using System.IO.Compression;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>A file compressed as log shippers do: gzip's own default.</summary>
internal static class GzipFile
{
    /// <summary>Writes the compressed file.</summary>
    internal static void Write(string from, string to)
    {
        using var source = File.OpenRead(from);
        using var target = new GZipStream(File.Create(to), CompressionLevel.Optimal);
        source.CopyTo(target, 1 << 20);
    }
}
