using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A Sliver beacon, whose jitter is added to the interval.</summary>
public sealed class SliverBeacon : BeaconProfile
{
    private static readonly string[] Words = ["LATE", "BRAVE", "COPPER", "SILENT", "RIVER", "HARBOR", "MEADOW", "LANTERN"];

    /// <inheritdoc/>
    public override string Name => "sliver-beacon";

    /// <inheritdoc/>
    public override string Defaults => "interval 60 s plus 0 to 30 s of jitter, mutual TLS on port 8888";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(1100, 380, 0.15, TimeSpan.FromMilliseconds(500));

    /// <inheritdoc/>
    public override string Source => "Sliver, generate beacon (--seconds 60, --jitter 30), mtls listener; Beacon.Duration adds a random part of the jitter";

    /// <inheritdoc/>
    public override int Port => 8888;

    /// <inheritdoc/>
    public override TimeSpan ShortestSleep => TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public override TimeSpan LongestSleep => TimeSpan.FromSeconds(90);

    /// <inheritdoc/>
    protected override SimulatedProcess Start(ActorContext context, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = context.Random.Pick(Words) + "_" + context.Random.Pick(Words);
        var folder = $@"\Users\{context.Host.Owner.Name}\AppData\Local\Temp\{name}.exe";
        return context.Launch(begin, context.Host.Owner, @"\Device\HarddiskVolume3" + folder, $"\"C:{folder}\"", "explorer.exe");
    }
}
