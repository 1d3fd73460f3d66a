using System.Globalization;
using Bogus;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Population;

/// <summary>
/// Who and what is simulated: names come from Bogus, once, with a randomizer of the simulation's own seed (never Bogus's global one); rows are
/// assembled from these pools by hand.
/// </summary>
public sealed class Organisation
{
    private static readonly TimeSpan[] UtcOffsets = [TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromHours(-5)];

    private Organisation(int seed, int hosts, int adversaries, OrganisationOptions options)
    {
        var randomizer = new Randomizer(seed);
        var random = DeterministicRandom.For(seed, "organisation");
        var company = new Bogus.DataSets.Company("en") { Random = randomizer };
        var address = new Bogus.DataSets.Address("en") { Random = randomizer };
        var name = new Bogus.DataSets.Name("en") { Random = randomizer };
        var drawn = company.CompanyName(0);
        Name = options.Name ?? drawn;
        Domain = options.Domain ?? new string([.. Name.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant).Take(10)]) + ".example";
        CustomerId = random.Hex(32);
        Sites = options.Sites.Count > 0
            ? [.. options.Sites.Select((site, i) => DrawSite(i, site.UtcOffset, site.City, random))]
            : [.. UtcOffsets.Take(Math.Clamp(hosts / 40, 1, UtcOffsets.Length)).Select((offset, i) => DrawSite(i, offset, address.City(), random))];
        Hosts = new HostDraw(this, options, name, random).Draw(hosts);
        Destinations = new DestinationPool(seed, Math.Clamp(hosts * 4, 400, 4_000), adversaries, options, randomizer);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its domain, under the reserved name .example.</summary>
    public string Domain { get; }

    /// <summary>Its customer id at the sensor's vendor (cid).</summary>
    public string CustomerId { get; }

    /// <summary>Its offices.</summary>
    public IReadOnlyList<Site> Sites { get; }

    /// <summary>Its hosts, by their number.</summary>
    public IReadOnlyList<Host> Hosts { get; }

    /// <summary>What its software connects to.</summary>
    public DestinationPool Destinations { get; }

    internal static Organisation Draw(int seed, int hosts, int adversaries, OrganisationOptions? options = null) =>
        new(seed, hosts, adversaries, options ?? new OrganisationOptions());

    private static Site DrawSite(int index, TimeSpan offset, string city, DeterministicRandom random)
    {
        var letters = new string([.. city.Where(char.IsAsciiLetter).Select(char.ToUpperInvariant)]).PadRight(2, 'X')[..2];
        // The documentation range 198.51.100.0/24: these addresses belong to nobody.
        var publicAddress = string.Create(CultureInfo.InvariantCulture, $"198.51.100.{random.Between(1, 254)}");
        return new Site(string.Create(CultureInfo.InvariantCulture, $"{letters}{index + 1}"), city, offset, publicAddress);
    }
}
