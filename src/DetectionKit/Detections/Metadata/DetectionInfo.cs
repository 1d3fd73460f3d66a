using System.Reflection;
using System.Text;

namespace DetectionKit;

/// <summary>What is known of a detection beside its query.</summary>
public sealed record DetectionInfo
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The title, for people.</summary>
    public required string Title { get; init; }

    /// <summary>What it looks for.</summary>
    public string? Description { get; init; }

    /// <summary>How bad it is if an alert is true.</summary>
    public Severity Severity { get; init; }

    /// <summary>How likely an alert is true.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>The ATT&amp;CK techniques that it finds.</summary>
    public IReadOnlyList<AttackTechnique> Techniques { get; init; } = [];

    /// <summary>Benign causes that make it fire.</summary>
    public IReadOnlyList<string> FalsePositives { get; init; } = [];

    /// <summary>What it can't see.</summary>
    public IReadOnlyList<string> BlindSpots { get; init; } = [];

    /// <summary>Where its idea comes from.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    internal static DetectionInfo Of(Type type)
    {
        var attribute = type.GetCustomAttribute<DetectionAttribute>();
        var id = attribute?.Id ?? KebabCase(type.Name);
        return new()
        {
            Id = id,
            Version = attribute?.Version ?? 1,
            Title = attribute?.Title ?? id,
            Description = attribute?.Description,
            Severity = attribute?.Severity ?? Severity.Unknown,
            Confidence = attribute?.Confidence ?? Confidence.Unknown,
            Techniques = [.. type.GetCustomAttributes<AttackTechniqueAttribute>().Select(a => new AttackTechnique(a.Id, a.Name, a.Tactic))],
            FalsePositives = [.. type.GetCustomAttributes<FalsePositiveAttribute>().Select(a => a.Text)],
            BlindSpots = [.. type.GetCustomAttributes<BlindSpotAttribute>().Select(a => a.Text)],
            References = [.. type.GetCustomAttributes<ReferenceAttribute>().Select(a => a.Address)],
        };
    }

    private static string KebabCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name.Split('`')[0])
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
