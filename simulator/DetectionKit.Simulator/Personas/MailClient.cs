using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>Thunderbird looks for new mail by IMAP, at a mail server that the organisation rents.</summary>
public sealed class MailClient : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\Mozilla Thunderbird\thunderbird.exe";
    private static readonly TimeSpan CheckPeriod = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override string Name => "mail-client";

    /// <inheritdoc/>
    public override string Rhythm => "in office hours two IMAP connections every 10 minutes, and now and then a message sent";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(1600, 4800, 1.6, TimeSpan.FromMilliseconds(1500));

    /// <inheritdoc/>
    public override string Source => "Thunderbird's default: check for new messages every 10 minutes; messages sent are an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsPersonal: true } ? 0.15 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var server = context.Organisation.Destinations.Named("mail." + context.Organisation.Domain, ProviderNetworks.Hetzner, 1);
        var time = context.NextWorkingMoment(context.Start + random.Between(TimeSpan.Zero, CheckPeriod));
        if (time >= context.End) yield break;
        var process = context.Launch(time, context.Host.Owner, Image, "\"C:\\Program Files\\Mozilla Thunderbird\\thunderbird.exe\" ");
        yield return context.Report(process);
        while (time < context.End)
        {
            yield return context.Connect(time, process, server, 993);
            yield return context.Connect(time, process, server, 993);
            var sent = time + random.Between(TimeSpan.FromSeconds(20), CheckPeriod);
            if (random.Chance(0.3) && sent < context.End) yield return context.Connect(sent, process, server, 587);
            time = context.NextWorkingMoment(time + CheckPeriod);
        }
    }
}
