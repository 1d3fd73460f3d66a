using System.Diagnostics;
using System.Text;

namespace DetectionKit.Repository.Tests.Documentation;

/// <summary>Runs a sample as its user does, and reads what it prints.</summary>
internal static class SampleOutput
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    internal static async Task<string> OfAsync(System.Reflection.Assembly sample, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [sample.Location])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_longest);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, output);
        return output.ReplaceLineEndings("\n").TrimEnd();
    }
}
