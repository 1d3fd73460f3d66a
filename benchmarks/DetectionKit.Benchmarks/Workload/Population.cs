namespace DetectionKit.Benchmarks.Workload;

/// <summary>The hosts and who uses them: 5,000 hosts, one or two users each, three system accounts.</summary>
internal sealed class Population
{
    internal const int Hosts = 5_000;
    private const int SystemAccounts = 3;
    private static readonly string[] s_sites = ["LON", "NYC", "SGP", "FRA", "SYD", "TYO"];
    private static readonly string[] s_kinds = ["WKS", "LAP", "LAP", "SRV"];
    private readonly int[][] _usersOfHost = new int[Hosts][];

    internal Population(ref SplitMix64 random)
    {
        foreach (var account in new[] { "SYSTEM", "LOCAL SERVICE", "NETWORK SERVICE" }) UserNames.CodeOf(account);
        for (var host = 0; host < Hosts; host++)
        {
            HostNames.CodeOf($"{random.OneOf<string>(s_sites)}-{random.OneOf<string>(s_kinds)}-{host:D5}");
            var users = new int[1 + random.Below(2)];
            for (var i = 0; i < users.Length; i++) users[i] = UserNames.CodeOf($"{PersonNames.Draw(ref random)}{random.Below(40)}");
            _usersOfHost[host] = users;
        }
    }

    internal CodeTable<string> HostNames { get; } = new();

    internal CodeTable<string> UserNames { get; } = new();

    internal int MainUser(int host) => _usersOfHost[host][0];

    internal int UserOf(int host, bool isService, ref SplitMix64 random) =>
        isService ? random.Below(SystemAccounts) : _usersOfHost[host][random.Below(_usersOfHost[host].Length)];
}
