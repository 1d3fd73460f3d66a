using System.Text.Json.Serialization;

namespace DetectionKit.Sources.Tests.Contracts;

/// <summary>An event of a user's own, with members of many types.</summary>
public sealed record Visit(DateTimeOffset At, string? User, [property: JsonPropertyName("page")] string Page, int Status, long? Bytes, VisitKind Kind)
{
    public double Seconds { get; init; } = 1.5;

    public string? Agent { get; init; }

    public Uri? From { get; set; }
}
