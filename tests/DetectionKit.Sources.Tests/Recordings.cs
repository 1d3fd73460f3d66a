namespace DetectionKit.Sources.Tests;

/// <summary>The recorded logs, which stand beside the repository and not in it.</summary>
internal static class Recordings
{
    /// <summary>The path of a recording; the test is skipped where there are none.</summary>
    public static string Path(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "DetectionKit.sln"))) continue;
            var path = System.IO.Path.Combine(folder.Parent!.FullName, "shared", "data", name);
            if (File.Exists(path)) return path;
            Assert.Skip($"The recorded logs are not here: {path}");
        }

        throw new InvalidOperationException("DetectionKit.sln is above none of the test's folders.");
    }
}
