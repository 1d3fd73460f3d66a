using System.Text.Json;

namespace DetectionKit.CommandLine.Backtest;

/// <summary>One detection over some events.</summary>
internal sealed record BacktestCase
{
    /// <summary>What the case is called; null for the detection's id and the events.</summary>
    public string? Name { get; init; }

    /// <summary>The detection's id.</summary>
    public required string Detection { get; init; }

    /// <summary>Files, folders or globs, relative to the file that the case stands in.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>The shape of the events; null to be told from the content.</summary>
    public string? Format { get; init; }

    /// <summary>Options that differ from the defaults, by name, as configuration has them.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Options { get; init; }

    /// <summary>What must be found.</summary>
    public required BacktestExpectation Expect { get; init; }

    internal string Title => Name ?? $"{Detection} over {string.Join(", ", Events)}";

    internal string? Problem()
    {
        if (Events.Count == 0) return "there are no events: name a file, a folder or a glob.";
        return Expect.Problem();
    }
}
