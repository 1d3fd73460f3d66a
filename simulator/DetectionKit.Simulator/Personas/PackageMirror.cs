using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>apt on Linux servers asks a package mirror for updates twice a day, and fetches them: a new process each time.</summary>
public sealed class PackageMirror : Persona
{
    private const string Image = "/usr/lib/apt/methods/http";
    private static readonly TimeSpan Period = TimeSpan.FromHours(12);
    private static readonly TimeSpan FirstHour = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public override string Name => "package-mirror";

    /// <inheritdoc/>
    public override string Rhythm => "twice a day, at 06:00 and 18:00 by the site's clock and up to 12 hours later: 4 to 9 indices, then now and then 5 to 60 packages, within a few minutes";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(480, 310_000, 2.2, TimeSpan.FromMilliseconds(1200));

    /// <inheritdoc/>
    public override string Source => "apt-daily.timer: OnCalendar=*-*-* 6,18:00, RandomizedDelaySec=12h; a connection for each file is an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsWindows: false } ? 0.9 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var mirror = context.Organisation.Destinations.Named("archive.ubuntu.com", ProviderNetworks.Ovh, 4);
        var local = (context.Start + context.Host.Site.UtcOffset).UtcTicks;
        var scheduled = new DateTimeOffset(local - local % TimeSpan.TicksPerDay, TimeSpan.Zero) + FirstHour - Period - context.Host.Site.UtcOffset;
        var last = context.Start;
        for (; scheduled < context.End; scheduled += Period)
        {
            var time = scheduled + random.Between(TimeSpan.Zero, Period);
            // One run at a time.
            if (time < last) continue;
            if (time >= context.End) yield break;
            var process = context.Launch(time, context.Host.SystemAccount, Image, Image, "apt-get");
            yield return context.Report(process);
            var files = random.Between(4, 9) + (random.Chance(0.3) ? random.Between(5, 60) : 0);
            for (; files > 0 && time < context.End; files--)
            {
                yield return context.Connect(time, process, mirror, 80);
                time += random.Between(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(4));
            }

            last = time;
        }
    }
}
