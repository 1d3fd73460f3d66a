using System.Globalization;
using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Adversaries;

namespace DetectionKit.Simulator.Scenarios;

/// <summary>
/// Draws up the ground truth before any event is asked for: benign labels from the personas' keys, malicious ones by letting the adversaries (a small
/// part of the events) act once.
/// </summary>
internal static class GroundTruthPlan
{
    // A perfect detector is asked for once an hour, as the technique's reference query counts.
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>The part of a key that names who probes from outside.</summary>
    public const string ScannerPart = "scanner";

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
            var contacts = new Dictionary<object, Contact>();
            var order = new List<Contact>();
            foreach (var simulated in actor.Where(e => !e.IsMalformed))
            {
                // By what it shows, as imperfect telemetry shows one process in several ways.
                var process = simulated.Process;
                object? identity = simulated switch
                {
                    SimulatedConnection connection => (process.Id, process.Account, process.Image, process.CommandLine, connection.RemoteAddress),
                    SimulatedSignIn signIn => (signIn.User, signIn.Address),
                    SimulatedProbe probe => probe.Source,
                    _ => null,
                };
                if (identity is null) continue;
                if (!contacts.TryGetValue(identity, out var contact)) order.Add(contacts[identity] = contact = new Contact(KeyOf(simulated)));
                contact.Add(simulated.Reported);
            }

            foreach (var contact in order) yield return contact.ToLabel(campaign);
        }
    }

    private static GroundTruthKey KeyOf(SimulatedEvent simulated) => simulated switch
    {
        SimulatedSignIn signIn => GroundTruthKey.Any.With("user", signIn.User).With("remoteAddress", signIn.Address.ToString()),
        SimulatedProbe probe => GroundTruthKey.Any.With(ScannerPart, probe.Source.ToString()),
        _ => GroundTruthKey.Any
            .With("host", simulated.Process.Host.Name)
            .With("user", simulated.Process.Account?.Name)
            .With("image", simulated.Process.Image)
            .With("commandLine", simulated.Process.CommandLine)
            .With("remoteAddress", ((SimulatedConnection)simulated).RemoteAddress.ToString()),
    };

    private static IEnumerable<GroundTruthLabel> Benign(Simulation simulation) =>
        from persona in simulation.Options.Scenario.Personas
        from key in persona.Keys(simulation.Organisation)
        select new GroundTruthLabel { Malicious = false, Persona = persona.Name, Key = key };

    private sealed class Contact(GroundTruthKey key)
    {
        private readonly SortedDictionary<long, long> _windows = [];
        private DateTimeOffset _from = DateTimeOffset.MaxValue;
        private DateTimeOffset _to = DateTimeOffset.MinValue;

        public void Add(DateTimeOffset time)
        {
            if (time < _from) _from = time;
            if (time > _to) _to = time;
            var window = time.UtcTicks / Window.Ticks;
            _windows[window] = _windows.GetValueOrDefault(window) + 1;
        }

        public GroundTruthLabel ToLabel(Campaign campaign) => new()
        {
            Malicious = true,
            Campaign = campaign.Name,
            Profile = campaign.Profile.Name,
            Key = key,
            From = _from,
            To = _to.AddMilliseconds(1),
            Events = _windows.Values.Sum(),
            Windows = [.. _windows.Select(w => new GroundTruthWindow { From = At(w.Key), To = At(w.Key + 1), Events = w.Value })],
        };

        private static DateTimeOffset At(long window) => new(window * Window.Ticks, TimeSpan.Zero);
    }
}
