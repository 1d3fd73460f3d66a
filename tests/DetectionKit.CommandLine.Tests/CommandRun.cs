using System.Reflection;
using System.Text;
using System.Text.Json;
using DetectionKit.Detections;

namespace DetectionKit.CommandLine.Tests;

/// <summary>One command line that was run, and what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    internal IReadOnlyList<JsonElement> Json => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    internal static Task<CommandRun> OfAsync(params string[] args) => OfAsync(typeof(VpsBeaconing).Assembly, null, args);

    internal static async Task<CommandRun> OfAsync(Assembly rules, string? input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var stdin = input is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(input));
        var options = new DetectionAppOptions { Name = "detectionkit", Rules = [rules], Output = output, Error = error, StandardInput = stdin };
        var code = await DetectionApp.RunAsync(args, options, TestContext.Current.CancellationToken);
        return new(code, output.ToString(), error.ToString());
    }
}
