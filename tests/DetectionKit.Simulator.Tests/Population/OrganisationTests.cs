using CsCheck;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Tests.Population;

public sealed class OrganisationTests
{
    private readonly Organisation _organisation = Organisation.Draw(seed: 4, hosts: 400, adversaries: 12);

    [Fact]
    public void Draw_names_every_host_and_sensor_differently()
    {
        _organisation.Hosts.Select(h => h.Name).Distinct().Count().ShouldBe(400);
        _organisation.Hosts.Select(h => h.AgentId).Distinct().Count().ShouldBe(400);
        _organisation.Hosts.Select(h => h.LocalAddress).Distinct().Count().ShouldBe(400);
        _organisation.Hosts.ShouldAllBe(h => h.AgentId.Length == 32);
    }

    [Fact]
    public void Draw_gives_every_person_an_account_of_their_own()
    {
        var people = _organisation.Hosts.Where(h => h.IsPersonal).Select(h => h.Owner).ToArray();
        people.Select(p => p.Name).Distinct().Count().ShouldBe(people.Length);
        people.Select(p => p.Sid).Distinct().Count().ShouldBe(people.Length);
    }

    [Fact]
    public void Draw_does_not_depend_on_Bogus_s_global_seed()
    {
        var before = Bogus.Randomizer.Seed;
        Bogus.Randomizer.Seed = new Random(99);
        try
        {
            var other = Organisation.Draw(seed: 4, hosts: 400, adversaries: 12);
            other.Name.ShouldBe(_organisation.Name);
            other.Hosts.Select(h => (h.Name, h.Owner)).ShouldBe(_organisation.Hosts.Select(h => (h.Name, h.Owner)));
            other.Destinations.Sites.Select(s => s.Domain).ShouldBe(_organisation.Destinations.Sites.Select(s => s.Domain));
        }
        finally
        {
            Bogus.Randomizer.Seed = before;
        }
    }

    [Fact]
    public void Draw_fills_every_role() => _organisation.Hosts.Select(h => h.Role).Distinct().Count().ShouldBe(Enum.GetValues<HostRole>().Length);

    [Fact]
    public void Adversaries_share_no_address_with_anything_benign()
    {
        var benign = _organisation.Destinations.Sites.SelectMany(s => s.Addresses.Concat(s.Addresses6));
        benign.Intersect(_organisation.Destinations.Adversaries).ShouldBeEmpty();
        _organisation.Destinations.Adversaries.Distinct().Count().ShouldBe(12);
    }

    [Fact]
    public void A_named_destination_is_the_same_whenever_it_is_asked_for()
    {
        var other = Organisation.Draw(seed: 4, hosts: 400, adversaries: 12);
        other.Destinations.Named("second.example", ProviderNetworks.Amazon, 2);
        other.Destinations.Named("first.example", ProviderNetworks.Amazon, 3).Addresses.ShouldBe(_organisation.Destinations.Named("first.example", ProviderNetworks.Amazon, 3).Addresses);
    }

    [Fact]
    public void Drawn_addresses_stand_in_their_network()
    {
        ProviderNetwork[] ranges = [.. ProviderNetworks.Web, .. ProviderNetworks.Hosting, ProviderNetworks.GitHub];
        Gen.Select(Gen.ULong, Gen.Int[0, ranges.Length - 1]).Sample((seed, index) =>
        {
            var random = new DeterministicRandom(seed);
            var range = ranges[index];
            return range.Network.Contains(range.Draw(random)) && (range.Network6 is not { } network || network.Contains(range.Draw6(random)!));
        });
    }
}
