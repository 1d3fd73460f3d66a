namespace DetectionKit;

/// <summary>What a detection is: its id, version, title, severity and confidence.</summary>
/// <param name="id">The id: lower case with hyphens, the same for ever. Alert ids are made from it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DetectionAttribute(string id) : Attribute
{
    /// <summary>The id.</summary>
    public string Id { get; } = id;

    /// <summary>The version, from 1. Raise it when the meaning changes: alerts of another version get other ids.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The title, for people.</summary>
    public string? Title { get; set; }

    /// <summary>What it looks for, in a sentence or two.</summary>
    public string? Description { get; set; }

    /// <summary>How bad it is if an alert is true.</summary>
    public Severity Severity { get; set; }

    /// <summary>How likely an alert is true.</summary>
    public Confidence Confidence { get; set; }
}
