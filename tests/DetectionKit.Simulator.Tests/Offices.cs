using DetectionKit.Simulator.Personas;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Tests;

/// <summary>Simulations that several tests look at.</summary>
internal static class Offices
{
    private static readonly Lazy<Simulation> LazySmall = new(() => Simulation.Create(new SimulationOptions { Seed = 11, Hosts = 60, Duration = TimeSpan.FromHours(4) }));

    /// <summary>60 hosts, 4 hours, every persona and adversary.</summary>
    public static Simulation Small => LazySmall.Value;

    /// <summary>One persona alone, with hosts enough for each of their kinds.</summary>
    public static Simulation With(Persona persona, int seed = 3, double hours = 12) => Simulation.Create(new SimulationOptions
    {
        Seed = seed,
        Hosts = 200,
        Duration = TimeSpan.FromHours(hours),
        Scenario = new Scenario { Name = "one persona", Personas = [persona] },
    });

    /// <summary>The connections of each host, in the order of occurrence.</summary>
    public static IEnumerable<(Host Host, SimulatedConnection[] Connections)> ByHost(Simulation simulation) =>
        simulation.Events().OfType<SimulatedConnection>().GroupBy(c => c.Process.Host).Select(g => (g.Key, g.ToArray()));

    /// <summary>Whether a connection goes to a service that the simulation has drawn.</summary>
    public static bool IsFor(Simulation simulation, SimulatedConnection connection, string domain) =>
        simulation.Organisation.Destinations.Find(domain) is { } service && service.Addresses.Concat(service.Addresses6).Contains(connection.RemoteAddress);

    /// <summary>The times between neighbours.</summary>
    public static TimeSpan[] Intervals(IEnumerable<SimulatedConnection> connections)
    {
        var times = connections.Select(c => c.Occurred).ToArray();
        return [.. times.Zip(times.Skip(1), (a, b) => b - a)];
    }
}
