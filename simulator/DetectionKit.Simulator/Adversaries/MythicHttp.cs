using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A Mythic agent over the http profile.</summary>
public sealed class MythicHttp : BeaconProfile
{
    /// <inheritdoc/>
    public override string Name => "mythic-http";

    /// <inheritdoc/>
    public override string Defaults => "callback_interval 10 s, callback_jitter 23 %, port 80; applied both ways";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(920, 260, 0.1, TimeSpan.FromMilliseconds(400));

    /// <inheritdoc/>
    public override string Source => "Mythic, http profile parameters; which way an agent applies the jitter differs between agents, both ways is an assumption";

    /// <inheritdoc/>
    public override int Port => 80;

    /// <inheritdoc/>
    public override TimeSpan ShortestSleep => TimeSpan.FromSeconds(7.7);

    /// <inheritdoc/>
    public override TimeSpan LongestSleep => TimeSpan.FromSeconds(12.3);

    /// <inheritdoc/>
    protected override SimulatedProcess Start(ActorContext context, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = $@"\Users\{context.Host.Owner.Name}\Downloads\apollo-{context.Random.Hex(6)}.exe";
        return context.Launch(begin, context.Host.Owner, @"\Device\HarddiskVolume3" + path, $"\"C:{path}\"", "explorer.exe");
    }
}
