using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>Playwright drives headless browsers against the web application under test, which stands at a hosting provider: a process for each worker.</summary>
public sealed class PlaywrightTests : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\ProgramData\ms-playwright\chromium_headless_shell-1148\chrome-win\headless_shell.exe";
    private static readonly TimeSpan MeanPause = TimeSpan.FromMinutes(50);

    /// <inheritdoc/>
    public override string Name => "playwright-tests";

    /// <inheritdoc/>
    public override string Rhythm =>
        "in office hours a run about every 50 minutes, at random: one to four workers a process each, one after another; 10 to 60 page loads a worker, each 6 connections within a second";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(1700, 21_000, 1.5, TimeSpan.FromSeconds(2));

    /// <inheritdoc/>
    public override string Source => "Playwright runs a browser for each worker, and Chromium opens up to 6 connections to a server; the rest is an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DeveloperWorkstation } ? 0.3 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var application = context.Organisation.Destinations.Named("preview." + context.Organisation.Domain, ProviderNetworks.Vultr, 1);
        var time = context.NextWorkingMoment(context.Start + context.Pause(MeanPause));
        while (time < context.End)
        {
            for (var workers = random.Between(1, 4); workers > 0 && time < context.End; workers--)
            {
                var process = context.Launch(
                    time, context.Host.Owner, Image,
                    "C:\\ProgramData\\ms-playwright\\chromium_headless_shell-1148\\chrome-win\\headless_shell.exe --headless --no-sandbox"
                        + $" --user-data-dir=C:\\Users\\{context.Host.Owner.Name}\\AppData\\Local\\Temp\\playwright_chromiumdev_profile-{random.Hex(6)}",
                    "node.exe");
                yield return context.Report(process);
                for (var pages = random.Between(10, 60); pages > 0 && time < context.End; pages--)
                {
                    for (var left = 6; left > 0 && time < context.End; left--)
                    {
                        yield return context.Connect(time, process, application);
                        time += random.Between(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(150));
                    }

                    time += random.Between(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(6));
                }
            }

            time = context.NextWorkingMoment(time + context.Pause(MeanPause));
        }
    }
}
