using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A Brute Ratel badger, side-loaded by a signed program.</summary>
public sealed class BruteRatelBadger : BeaconProfile
{
    /// <inheritdoc/>
    public override string Name => "brute-ratel";

    /// <inheritdoc/>
    public override string Defaults => "sleep 60 s, jitter 20 %, either way; HTTPS on port 443; loaded by a signed program from its own folder";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(700, 210, 0.1, TimeSpan.FromMilliseconds(350));

    /// <inheritdoc/>
    public override string Source => "assumption: the framework is commercial, and its defaults are not published";

    /// <inheritdoc/>
    public override int Port => 443;

    /// <inheritdoc/>
    public override TimeSpan ShortestSleep => TimeSpan.FromSeconds(48);

    /// <inheritdoc/>
    public override TimeSpan LongestSleep => TimeSpan.FromSeconds(72);

    /// <inheritdoc/>
    protected override SimulatedProcess Start(ActorContext context, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var folder = $@"\Users\{context.Host.Owner.Name}\AppData\Local\{context.Random.Hex(6)}";
        return context.Launch(
            begin, context.Host.Owner, $@"\Device\HarddiskVolume3{folder}\OneDriveUpdater.exe", $"\"C:{folder}\\OneDriveUpdater.exe\"", "cmd.exe");
    }
}
