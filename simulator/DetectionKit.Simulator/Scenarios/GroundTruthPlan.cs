using System.Globalization;
using System.Net;
using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Scenarios;

/// <summary>
/// Draws up the ground truth before any event is asked for: benign labels from the personas' keys, malicious ones by letting the adversaries (a small
/// part of the events) act once.
/// </summary>
internal static class GroundTruthPlan
{
    public static GroundTruthDocument Draw(Simulation simulation) => new()
    {
        Description = string.Create(
            CultureInfo.InvariantCulture, $"Simulated: {simulation.Options.Scenario.Name}, seed {simulation.Options.Seed}, {simulation.Options.Hosts} hosts.{(simulation.Options.Imperfections is null ? "" : " The telemetry is imperfect on purpose; labels are about what came.")}"),
        UnlabelledIsBenign = true,
        Labels = [.. simulation.Campaigns.SelectMany(c => Malicious(simulation, c)), .. Benign(simulation)],
    };

    private static IEnumerable<GroundTruthLabel> Malicious(Simulation simulation, Campaign campaign)
    {
        foreach (var actor in simulation.Delivered(campaign))
        {
            // In the order of first contact: a dictionary alone promises none.
            var contacts = new Dictionary<(ulong, Account?, string?, string?, IPAddress), Contact>();
            var order = new List<Contact>();
            foreach (var connection in actor.OfType<SimulatedConnection>().Where(c => !c.IsMalformed))
            {
                var process = connection.Process;
                // By what it shows, as imperfect telemetry shows one process in several ways.
                var key = (process.Id, process.Account, process.Image, process.CommandLine, connection.RemoteAddress);
                if (!contacts.TryGetValue(key, out var contact)) order.Add(contacts[key] = contact = new Contact(connection));
                contact.Add(connection);
            }

            foreach (var contact in order) yield return contact.ToLabel(campaign);
        }
    }

    private static IEnumerable<GroundTruthLabel> Benign(Simulation simulation) =>
        from persona in simulation.Options.Scenario.Personas
        from key in persona.Keys(simulation.Organisation)
        select new GroundTruthLabel { Malicious = false, Persona = persona.Name, Key = key };

    private sealed class Contact(SimulatedConnection first)
    {
        private DateTimeOffset _from = first.Reported;
        private DateTimeOffset _to = first.Reported;
        private long _events;

        public void Add(SimulatedConnection connection)
        {
            if (connection.Reported < _from) _from = connection.Reported;
            if (connection.Reported > _to) _to = connection.Reported;
            _events++;
        }

        public GroundTruthLabel ToLabel(Campaign campaign) => new()
        {
            Malicious = true,
            Campaign = campaign.Name,
            Profile = campaign.Profile.Name,
            Key = GroundTruthKey.Any
                .With("host", first.Process.Host.Name)
                .With("user", first.Process.Account?.Name)
                .With("image", first.Process.Image)
                .With("commandLine", first.Process.CommandLine)
                .With("remoteAddress", first.RemoteAddress.ToString()),
            From = _from,
            To = _to.AddMilliseconds(1),
            Events = _events,
        };
    }
}
