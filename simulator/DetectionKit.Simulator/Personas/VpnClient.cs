using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>WireGuard from a workstation to the organisation's gateway, which it rents at a hosting provider: sessions, with a handshake every two minutes in them.</summary>
public sealed class VpnClient : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\WireGuard\wireguard.exe";
    private static readonly TimeSpan Rekey = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan LongestRoundTrip = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan MeanBreak = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public override string Name => "vpn-client";

    /// <inheritdoc/>
    public override string Rhythm => "sessions of 1 to 5 hours in office hours; in them a handshake every 120 s, and up to 0.3 s more, over UDP";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(148, 92, 0, TimeSpan.FromMilliseconds(40));

    /// <inheritdoc/>
    public override string Source =>
        "WireGuard: REKEY_AFTER_TIME 120 s, kept going by PersistentKeepalive 25 s, port 51820; that the sensor reports each handshake's flow anew is an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsPersonal: true } ? 0.12 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var gateway = context.Organisation.Destinations.Named("vpn." + context.Organisation.Domain, ProviderNetworks.Linode, 1);
        var time = context.NextWorkingMoment(context.Start + random.Between(TimeSpan.Zero, MeanBreak));
        while (time < context.End)
        {
            var process = context.Launch(
                time, context.Host.SystemAccount, Image, "\"C:\\Program Files\\WireGuard\\wireguard.exe\" /tunnelservice C:\\ProgramData\\WireGuard\\office.conf.dpapi", "services.exe");
            yield return context.Report(process);
            var end = time + random.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(5));
            for (; time < end && time < context.End; time += Rekey + random.Between(TimeSpan.Zero, LongestRoundTrip))
                yield return context.Connect(time, process, gateway, 51820, protocol: 17);
            time = context.NextWorkingMoment(time + random.Exponential(MeanBreak));
        }
    }
}
