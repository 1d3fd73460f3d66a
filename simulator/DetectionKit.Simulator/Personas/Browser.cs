using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Randomness;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>A person browses the web: bursts of connections, one burst a page, in sessions within office hours.</summary>
public sealed class Browser : Persona
{
    private static readonly string[] Images =
    [
        @"\Device\HarddiskVolume3\Program Files\Google\Chrome\Application\chrome.exe",
        @"\Device\HarddiskVolume3\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        @"\Device\HarddiskVolume3\Program Files\Mozilla Firefox\firefox.exe",
    ];

    private static readonly TimeSpan MeanReadingTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MeanBreak = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public override string Name => "browser";

    /// <inheritdoc/>
    public override string Rhythm => "sessions of 10 to 60 minutes; a page about every minute, 2 to 9 connections a page within 2 s";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(2400, 38_000, 2.0, TimeSpan.FromSeconds(12));

    /// <inheritdoc/>
    public override string Source => "assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsPersonal: true } ? 1 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => Images.Select(ImageKey);

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var image = Images[random.Next(10) switch { < 5 => 0, < 8 => 1, _ => 2 }];
        var time = context.NextWorkingMoment(context.Start + random.Between(TimeSpan.Zero, MeanBreak));
        while (time < context.End)
        {
            var process = context.Launch(time, context.Host.Owner, image, CommandLine(image, random), image[(image.LastIndexOf('\\') + 1)..]);
            yield return context.Report(process);
            var sessionEnd = time + random.Between(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(60));
            while (time < sessionEnd && time < context.End)
            {
                var site = Site(context);
                yield return context.Resolve(time, process, site);
                for (var left = random.Between(2, 9); left > 0 && time < context.End; left--)
                {
                    var port = random.Chance(0.04) ? 80 : 443;
                    yield return context.Connect(time, process, left % 3 == 0 ? Site(context) : site, port);
                    time += random.Between(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(400));
                }

                time += context.Pause(MeanReadingTime);
            }

            time = context.NextWorkingMoment(time + random.Exponential(MeanBreak));
        }
    }

    // The square makes the first sites of the list the most visited.
    private static Destination Site(ActorContext context)
    {
        var position = context.Random.NextDouble();
        return context.Organisation.Destinations.Sites[(int)(position * position * context.Organisation.Destinations.Sites.Count)];
    }

    private static string CommandLine(string image, DeterministicRandom random)
    {
        var path = image.Replace(@"\Device\HarddiskVolume3", "C:", StringComparison.Ordinal);
        return image == Images[2]
            ? $"\"{path}\" -contentproc -parentBuildID 20260{random.Between(101, 228)}120000"
                + $" -prefsHandle {random.Between(1_000, 4_000)} -prefMapSize 270{random.Between(100, 999)} socket"
            : $"\"{path}\" --type=utility --utility-sub-type=network.mojom.NetworkService"
                + $" --field-trial-handle={random.Between(1_000, 4_000)},i,{random.NextUInt64()},262144 /prefetch:11";
    }
}
