using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Bogus;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Population;

/// <summary>Everything outside (and a little inside) that software connects to, drawn once.</summary>
public sealed class DestinationPool
{
    private readonly int _seed;
    private readonly HashSet<IPAddress> _adversaries;
    private readonly ConcurrentDictionary<string, Destination> _named = new(StringComparer.Ordinal);

    internal DestinationPool(int seed, int sites, int adversaries, OrganisationOptions options, Randomizer randomizer)
    {
        _seed = seed;
        Adversaries = DrawAdversaries(seed, adversaries);
        _adversaries = [.. Adversaries];
        var internet = new Bogus.DataSets.Internet("en") { Random = randomizer };
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var drawn = new List<Destination>(sites);
        for (var attempt = 0; drawn.Count < sites; attempt++)
        {
            var domain = internet.DomainName();
            if (!taken.Add(domain)) domain = string.Create(CultureInfo.InvariantCulture, $"{attempt}.{domain}");
            var random = DeterministicRandom.For(seed, "site", drawn.Count);
            drawn.Add(Draw(domain, WebNetwork(options, random), random.Between(1, 4), random));
        }

        Sites = drawn;
        foreach (var service in options.Services) Named(service.Domain, ProviderNetworks.Find(service.Provider)!, service.Addresses);
    }

    /// <summary>Web sites, the most visited first.</summary>
    public IReadOnlyList<Destination> Sites { get; }

    /// <summary>Rented servers of adversaries. Nothing benign has one of these addresses.</summary>
    public IReadOnlyList<IPAddress> Adversaries { get; }

    /// <summary>A vendor's or provider's service; the same name gives the same destination.</summary>
    /// <param name="domain">Its name.</param>
    /// <param name="range">Whose network it stands in.</param>
    /// <param name="addresses">How many addresses its name resolves to, at least 1.</param>
    /// <returns>The destination.</returns>
    public Destination Named(string domain, ProviderNetwork range, int addresses)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentOutOfRangeException.ThrowIfLessThan(addresses, 1);
        return _named.GetOrAdd(domain, name => Draw(name, range, addresses, DeterministicRandom.For(_seed, "destination " + name)));
    }

    /// <summary>A server inside the organisation; the same name gives the same destination.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="address">Its private address.</param>
    /// <returns>The destination.</returns>
    public Destination Internal(string name, string address) =>
        _named.GetOrAdd(name, _ => new Destination(name, DestinationKind.Internal, [IPAddress.Parse(address)], []));

    /// <summary>A destination that somebody has asked for by name; null when nobody has.</summary>
    internal Destination? Find(string domain) => _named.GetValueOrDefault(domain);

    private Destination Draw(string domain, ProviderNetwork range, int count, DeterministicRandom random)
    {
        var addresses = new List<IPAddress>(count);
        while (addresses.Count < count)
        {
            var address = range.Draw(random);
            if (!_adversaries.Contains(address) && !addresses.Contains(address)) addresses.Add(address);
        }

        var addresses6 = Enumerable.Range(0, count).Select(_ => range.Draw6(random)).OfType<IPAddress>().Distinct().ToArray();
        return new Destination(domain, range.Kind, addresses, random.Chance(0.6) ? addresses6 : []);
    }

    private static ProviderNetwork WebNetwork(OrganisationOptions options, DeterministicRandom random)
    {
        if (options.Destinations.Count == 0) return random.Pick(ProviderNetworks.Web);
        var kinds = options.Destinations.Where(d => d.Value > 0).OrderBy(d => d.Key).ToArray();
        var left = random.NextDouble() * kinds.Sum(k => k.Value);
        var index = 0;
        while (index < kinds.Length - 1 && (left -= kinds[index].Value) >= 0) index++;
        return random.Pick([.. ProviderNetworks.All.Where(n => n.Kind == kinds[index].Key)]);
    }

    private static List<IPAddress> DrawAdversaries(int seed, int count)
    {
        var random = DeterministicRandom.For(seed, "adversaries");
        var drawn = new List<IPAddress>(count);
        while (drawn.Count < count)
        {
            var range = random.Pick(ProviderNetworks.Hosting);
            // One in six stands on IPv6, so that both address families are exercised.
            var address = random.Next(6) == 0 ? range.Draw6(random) ?? range.Draw(random) : range.Draw(random);
            if (!drawn.Contains(address)) drawn.Add(address);
        }

        return drawn;
    }
}
