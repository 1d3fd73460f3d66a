using System.Net;
using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>People sign in to the identity provider: from the office in working hours, some from home in the evening, a few through a VPN service whose exits are rented servers, and now and then with a wrong password.</summary>
public sealed class UserSignIns : Persona
{
    private const int WrongPassword = 50126;
    private const string Image = @"\Device\HarddiskVolume3\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE";
    private static readonly string[] Applications = ["Office 365 Exchange Online", "Microsoft Teams", "SharePoint Online", "Azure Portal"];
    private static readonly TimeSpan MeanPause = TimeSpan.FromHours(3);
    private const double AtHome = 0.35, ThroughVpn = 0.02, Mistyped = 0.04;

    /// <inheritdoc/>
    public override string Name => "user-sign-ins";

    /// <inheritdoc/>
    public override string Rhythm => "in office hours a sign-in about every 3 hours from the office's address; of 35 % of users now and then one from home, of 2 % all through a VPN service; 4 % with a wrong password first";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(3_200, 9_000, 0.8, TimeSpan.FromSeconds(2));

    /// <inheritdoc/>
    public override string Source => "assumption (how often tokens need a sign-in is a tenant's policy)";

    /// <inheritdoc/>
    public override double Prevalence(Host host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.IsPersonal ? 1 : 0;
    }

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return organisation.Hosts.Where(host => host.IsPersonal).Select(host => $"{host.Owner.Name}@{organisation.Domain}").Distinct().Select(user => GroundTruthKey.Any.With("user", user));
    }

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var office = IPAddress.Parse(context.Host.Site.PublicAddress);
        var home = random.Chance(AtHome) ? random.Pick([ProviderNetworks.Comcast, ProviderNetworks.DeutscheTelekom]).Draw(random) : null;
        var vpn = random.Chance(ThroughVpn) ? random.Pick(ProviderNetworks.Hosting).Draw(random) : null;
        var process = context.Running(context.Host.Owner, Image, "\"C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE\"", "explorer.exe");
        yield return context.Report(process);
        for (var time = context.NextWorkingMoment(context.Start + context.Pause(MeanPause)); time < context.End; time = context.NextWorkingMoment(time + context.Pause(MeanPause)))
        {
            var address = vpn ?? (home is not null && random.Chance(0.3) ? home : office);
            var application = random.Pick(Applications);
            if (random.Chance(Mistyped)) yield return context.SignIn(time, process, application, address, WrongPassword);
            time += TimeSpan.FromSeconds(random.Between(5, 30));
            if (time < context.End) yield return context.SignIn(time, process, application, address);
        }
    }
}
