using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Validation;

/// <summary>Events that a test must leave.</summary>
/// <param name="Name">What they are: "Sysmon 3, network connection".</param>
/// <param name="Expected">How many.</param>
/// <param name="Count">Counts them in logs.</param>
internal sealed record ExpectedTelemetry(string Name, int Expected, Func<IReadOnlyList<string>, int> Count)
{
    /// <summary>Events of a type that satisfy a condition, read as any log is.</summary>
    internal static ExpectedTelemetry Of<T>(string name, int expected, Func<T, bool> condition) => new(name, expected, inputs =>
    {
        try
        {
            return EventFiles.Read<T>(inputs).Sum(batch => Enumerable.Range(0, batch.Count).Count(i => condition(batch.Materialise(i))));
        }
        catch (SourceException e) when (e.LacksEvents)
        {
            return 0;
        }
    });
}
