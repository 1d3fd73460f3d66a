using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Population;

/// <summary>Roles in the numbers that an organisation gives, scaled to a number of hosts.</summary>
internal static class RoleMix
{
    /// <summary>One role a host, in random order; shares are rounded by the largest remainder, so that they add up.</summary>
    public static HostRole[] Draw(IReadOnlyDictionary<HostRole, int> wanted, int hosts, DeterministicRandom random)
    {
        var total = wanted.Values.Sum();
        // In the order of the enumeration: a dictionary promises none.
        var exact = wanted.OrderBy(w => w.Key).Select(w => (Role: w.Key, Share: (double)w.Value * hosts / total)).ToArray();
        var counts = exact.Select(e => (int)e.Share).ToArray();
        foreach (var index in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i].Share - counts[i]).Take(hosts - counts.Sum())) counts[index]++;
        var roles = exact.SelectMany((e, i) => Enumerable.Repeat(e.Role, counts[i])).ToArray();
        for (var i = roles.Length - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (roles[i], roles[other]) = (roles[other], roles[i]);
        }

        return roles;
    }
}
