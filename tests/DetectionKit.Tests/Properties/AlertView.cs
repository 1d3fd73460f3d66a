using DetectionKit.Tests.Interpretation;

namespace DetectionKit.Tests.Properties;

/// <summary>An alert as text, so that alerts of different types compare and a difference can be read.</summary>
internal sealed record AlertView(long End, string Key, string Claim, string Evidence, string Id, int Revision, AlertStatus Status)
{
    /// <summary>What it says and what it rests on.</summary>
    internal string Text => $"{Claim} {Evidence}";

    internal string Identified => $"{Text} {Id} r{Revision} {Status}";

    internal static AlertView Of(Alert alert)
    {
        var key = KeyText(alert.Key.Parts.Select(part => (part.Name, part.Value)));
        var claim = ClaimOf(alert.Window.Start.UtcTicks, alert.Window.End.UtcTicks, key, alert.Tier, alert.UntypedValue);
        var evidence = EvidenceOf(alert.Evidence.First.UtcTicks, alert.Evidence.Last.UtcTicks, alert.Evidence.Sample.Select(e => e.Time.UtcTicks));
        return new(alert.Window.End.UtcTicks, key, claim, evidence, alert.Id, alert.Revision, alert.Status);
    }

    internal static AlertView Of(Row row)
    {
        var key = KeyText(row.Key ?? []);
        var sample = row.Event is null ? row.Times.Take(RunSettings.Default.EvidenceEvents) : row.Times;
        return new(row.Time, key, ClaimOf(row.Start, row.Time, key, row.Tier, row.Value), EvidenceOf(row.Times[0], row.Times[^1], sample), "", 0, AlertStatus.Final);
    }

    private static string KeyText(IEnumerable<(string Name, object? Value)> parts) =>
        string.Join(", ", parts.Select(part => $"{part.Name}={ValueText.Of(part.Value is System.Net.IPAddress { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : part.Value)}"));

    private static string ClaimOf(long start, long end, string key, AlertTier? tier, object? value) => $"[{start}, {end}] ({key}) {tier?.Label} {ValueText.Of(value)}";

    private static string EvidenceOf(long first, long last, IEnumerable<long> sample) => $"<{first} {last}: {string.Join(' ', sample)}>";
}
