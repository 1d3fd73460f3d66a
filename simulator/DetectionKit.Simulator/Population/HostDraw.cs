using System.Globalization;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Population;

/// <summary>Draws the hosts of an organisation and the accounts on them.</summary>
internal sealed class HostDraw(Organisation organisation, OrganisationOptions options, Bogus.DataSets.Name names, DeterministicRandom random)
{
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly List<Account> _people = [];
    private readonly string _domainSid = string.Create(
        CultureInfo.InvariantCulture, $"S-1-5-21-{random.Next(int.MaxValue)}-{random.Next(int.MaxValue)}-{random.Next(int.MaxValue)}");

    public IReadOnlyList<Host> Draw(int count)
    {
        var hosts = new Host[count];
        var roles = options.Hosts.Count > 0 ? RoleMix.Draw(options.Hosts, count, random) : null;
        for (var i = 0; i < count; i++) hosts[i] = Draw(i, roles?[i] ?? RoleOf(i, count));
        return hosts;
    }

    // The last hosts are the domain controllers, one per 150 and at least one of any ten.
    private HostRole RoleOf(int index, int count)
    {
        if (count >= 10 && index >= count - Math.Max(1, count / 150)) return HostRole.DomainController;
        return random.Next(100) switch
        {
            < 66 => HostRole.Workstation,
            < 80 => HostRole.DeveloperWorkstation,
            < 91 => HostRole.WindowsServer,
            _ => HostRole.LinuxServer,
        };
    }

    private Host Draw(int index, HostRole role)
    {
        var site = PickSite();
        var name = string.Create(CultureInfo.InvariantCulture, $"{site.Code}-{Code(role)}-{index:D5}");
        var hours = options.OfficeHours;
        var begin = TimeSpan.FromMinutes(random.Between((int)hours.EarliestBegin.TotalMinutes, (int)hours.LatestBegin.TotalMinutes));
        var localAddress = string.Create(CultureInfo.InvariantCulture, $"10.{20 + index / 62_500}.{index / 250 % 250}.{1 + index % 250}");
        return new Host
        {
            Index = index,
            Name = name,
            AgentId = random.Hex(32),
            Role = role,
            Site = site,
            LocalAddress = localAddress,
            LocalAddress6 = random.Chance(0.4) ? string.Create(CultureInfo.InvariantCulture, $"fd00:0:0:{index / 0x10000:x}:0:0:0:{1 + index % 0xFFFF:x}") : null,
            Owner = DrawOwner(role, index),
            SystemAccount = role == HostRole.LinuxServer ? new Account("root", "S-1-22-1-0", 0) : new Account(name + "$", "S-1-5-18"),
            ServiceAccount = role == HostRole.LinuxServer ? new Account("_chrony", "S-1-22-1-114", 114) : new Account("LOCAL SERVICE", "S-1-5-19"),
            WorkDay = new WorkDay(begin, begin + TimeSpan.FromMinutes(random.Between((int)hours.Shortest.TotalMinutes, (int)hours.Longest.TotalMinutes))),
            SensorCameLate = role is HostRole.WindowsServer or HostRole.LinuxServer && random.Chance(0.15),
        };
    }

    private Site PickSite()
    {
        if (options.Sites.Count == 0) return random.Pick(organisation.Sites);
        var left = random.NextDouble() * options.Sites.Sum(s => s.Share);
        var index = 0;
        while (index < options.Sites.Count - 1 && (left -= options.Sites[index].Share) >= 0) index++;
        return organisation.Sites[index];
    }

    private Account DrawOwner(HostRole role, int index)
    {
        if (role == HostRole.LinuxServer) return new Account("www-data", "S-1-22-1-33", 33);
        var isPersonal = role is HostRole.Workstation or HostRole.DeveloperWorkstation;
        if (isPersonal && _people.Count >= options.Users) return random.Pick(_people);
        var first = names.FirstName();
        var last = names.LastName();
        var login = isPersonal ? first[..1] + last : "svc_" + last;
        login = new string([.. login.Where(c => char.IsAsciiLetter(c) || c == '_').Select(char.ToLowerInvariant)]);
        if (!_accounts.Add(login)) login += index.ToString(CultureInfo.InvariantCulture);
        var account = new Account(login, string.Create(CultureInfo.InvariantCulture, $"{_domainSid}-{1_104 + index}"));
        if (isPersonal) _people.Add(account);
        return account;
    }

    private static string Code(HostRole role) => role switch
    {
        HostRole.Workstation => "WKS",
        HostRole.DeveloperWorkstation => "DEV",
        HostRole.WindowsServer => "SRV",
        HostRole.DomainController => "DC",
        _ => "LNX",
    };
}
