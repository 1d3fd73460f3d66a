using System.Diagnostics;

namespace DetectionKit.Tuning.Tests.Reporting;

/// <summary>A real browser without a window.</summary>
internal static class Browser
{
    internal const string Path = "/usr/bin/chromium";

    /// <summary>Opens a file; gives what the page came to, and what the browser wrote to its console.</summary>
    internal static async Task<(string Dom, IReadOnlyList<string> Console)> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("tuning-tests-browser-").FullName;
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--user-data-dir={profile}",
            "--enable-logging=stderr", "--dump-dom", new Uri(file).AbsoluteUri,
        ];
        using var process = Process.Start(new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (dom, log) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return (await dom, [.. (await log).Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))]);
    }
}
