/// <summary>Data carried out in the names of a domain: many different names below one parent, within a short time.</summary>
[Detection(
    "dns-tunnel",
    Title = "Many different names below one domain",
    Description = "Counts the distinct names that a host looks up below one parent domain.",
    Severity = Severity.High,
    Confidence = Confidence.Medium)]
[AttackTechnique("T1071.004", Name = "Application Layer Protocol: DNS", Tactic = "TA0011")]
[FalsePositive("Content delivery networks and reputation services that put hashes into names.")]
[BlindSpot("A tunnel that spreads its names over many parent domains.")]
public sealed class DnsTunnel : Detection<DnsQuery, DnsTunnel.Tunnel, DnsTunnel.Options>
{
    public override DetectionQuery<Tunnel> Define(Events<DnsQuery> queries, Options o) =>
        queries
            .Where(q => !o.KnownDomains.Contains(ParentOf(q.Name)))
            .GroupBy(q => new { q.Host, Domain = ParentOf(q.Name) })
            .Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new { w.Key, Names = w.CountDistinct(q => q.Name) })
            .Where(w => w.Names >= o.MinNames)
            .Select(w => new Tunnel(w.Key.Host, w.Key.Domain, w.Names));

    /// <summary>The last two labels of a name: enough for a sample, too little for <c>example.co.uk</c>.</summary>
    public static string ParentOf(string name) => string.Join('.', name.Split('.')[^Math.Min(2, name.Split('.').Length)..]);

    public sealed record Tunnel(string Host, string Domain, int Names);

    public sealed class Options
    {
        public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);

        public int MinNames { get; set; } = 5;

        public List<string> KnownDomains { get; set; } = ["cdn.example"];
    }
}
