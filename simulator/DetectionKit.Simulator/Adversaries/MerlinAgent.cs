using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A Merlin agent, whose skew is added to the sleep.</summary>
public sealed class MerlinAgent : BeaconProfile
{
    /// <inheritdoc/>
    public override string Name => "merlin";

    /// <inheritdoc/>
    public override string Defaults => "sleep 30 s, skew 3,000 ms added; HTTP/2 on port 443";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(900, 420, 0.2, TimeSpan.FromMilliseconds(500));

    /// <inheritdoc/>
    public override string Source => "Merlin agent, main.go (sleep 30s, skew 3000, url https://127.0.0.1:443): a wait is the sleep and a random part of the skew";

    /// <inheritdoc/>
    public override int Port => 443;

    /// <inheritdoc/>
    public override TimeSpan ShortestSleep => TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public override TimeSpan LongestSleep => TimeSpan.FromSeconds(33);

    /// <inheritdoc/>
    protected override SimulatedProcess Start(ActorContext context, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = $@"\ProgramData\merlinAgent-Windows-x64-{context.Random.Hex(4)}.exe";
        return context.Launch(begin, context.Host.Owner, @"\Device\HarddiskVolume3" + path, $"\"C:{path}\" -url https://cdn.{context.Random.Hex(6)}.example:443", "cmd.exe");
    }
}
