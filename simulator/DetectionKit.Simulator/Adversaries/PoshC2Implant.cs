using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A PoshC2 implant: a sleep of five seconds, a fifth longer or shorter.</summary>
public sealed class PoshC2Implant : BeaconProfile
{
    /// <inheritdoc/>
    public override string Name => "poshc2";

    /// <inheritdoc/>
    public override string Defaults => "DefaultSleep 5 s, Jitter 0.20, either way; port 443; the C# dropper in a process of its own";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(760, 480, 0.1, TimeSpan.FromMilliseconds(450));

    /// <inheritdoc/>
    public override string Source => "PoshC2, resources/config-template.yml (DefaultSleep 5s, Jitter 0.20, BindPort 443); that the jitter goes both ways is an assumption";

    /// <inheritdoc/>
    public override int Port => 443;

    /// <inheritdoc/>
    public override TimeSpan ShortestSleep => TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public override TimeSpan LongestSleep => TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    protected override SimulatedProcess Start(ActorContext context, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = $@"\Users\{context.Host.Owner.Name}\AppData\Roaming\dropper_cs_{context.Random.Hex(4)}.exe";
        return context.Launch(begin, context.Host.Owner, @"\Device\HarddiskVolume3" + path, $"\"C:{path}\"", "mshta.exe");
    }
}
