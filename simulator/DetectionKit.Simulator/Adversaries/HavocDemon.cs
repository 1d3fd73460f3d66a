using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A Havoc demon: a sleep of two seconds, a little longer or shorter.</summary>
public sealed class HavocDemon : BeaconProfile
{
    /// <inheritdoc/>
    public override string Name => "havoc-demon";

    /// <inheritdoc/>
    public override string Defaults => "Sleep 2 s, Jitter 15 %, either way; HTTPS on port 443";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(640, 190, 0.08, TimeSpan.FromMilliseconds(300));

    /// <inheritdoc/>
    public override string Source => "Havoc, profiles/havoc.yaotl (Sleep = 2, Jitter = 15) and the demon's SleepTime, which adds or takes away; the port is an assumption";

    /// <inheritdoc/>
    public override int Port => 443;

    /// <inheritdoc/>
    public override TimeSpan ShortestSleep => TimeSpan.FromSeconds(1.7);

    /// <inheritdoc/>
    public override TimeSpan LongestSleep => TimeSpan.FromSeconds(2.3);

    /// <inheritdoc/>
    protected override SimulatedProcess Start(ActorContext context, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = $@"\Users\{context.Host.Owner.Name}\AppData\Local\Temp\demon.x64-{context.Random.Hex(4)}.exe";
        return context.Launch(begin, context.Host.Owner, @"\Device\HarddiskVolume3" + path, $"\"C:{path}\"", "explorer.exe");
    }
}
