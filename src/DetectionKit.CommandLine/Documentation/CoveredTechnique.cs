namespace DetectionKit.CommandLine.Documentation;

/// <summary>A technique with the detections that name it.</summary>
internal sealed record CoveredTechnique(string Id, string? Name, string? Tactic, IReadOnlyList<Detection> Detections)
{
    internal static IReadOnlyList<CoveredTechnique> Of(IEnumerable<Detection> detections) =>
    [
        .. detections.SelectMany(d => d.Info.Techniques, (detection, technique) => (detection, technique))
            .GroupBy(pair => pair.technique.Id, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => new CoveredTechnique(
                group.Key,
                group.Select(pair => pair.technique.Name).FirstOrDefault(name => name is not null),
                group.Select(pair => pair.technique.Tactic).FirstOrDefault(tactic => tactic is not null),
                [.. group.Select(pair => pair.detection).Distinct().OrderBy(d => d.Info.Id, StringComparer.Ordinal)])),
    ];
}
