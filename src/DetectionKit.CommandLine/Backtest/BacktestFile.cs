using System.Text.Json;
using System.Text.Json.Serialization;

namespace DetectionKit.CommandLine.Backtest;

/// <summary>The file of <c>--expect</c>: what detections must find in recorded events.</summary>
internal sealed record BacktestFile
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The cases.</summary>
    public required IReadOnlyList<BacktestCase> Cases { get; init; }

    /// <exception cref="CommandException">The file is not there, or is no such file: the message names line and field.</exception>
    internal static BacktestFile Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<BacktestFile>(File.ReadAllBytes(path), s_options) ?? throw new CommandException($"--expect {path}: null has no cases.");
            if (file.Cases.Count == 0) throw new CommandException($"--expect {path}, $.cases: there are no cases, so that nothing would be tested.");
            for (var i = 0; i < file.Cases.Count; i++)
            {
                if (file.Cases[i].Problem() is { } problem) throw new CommandException($"--expect {path}, $.cases[{i}]: {problem}");
            }

            return file;
        }
        catch (JsonException e)
        {
            throw new CommandException($"--expect {path}{(e.LineNumber is { } line ? $", line {line + 1}" : "")}, {e.Path ?? "$"}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--expect {path}: {e.Message}", e);
        }
    }
}
