using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A Cobalt Strike beacon over HTTPS, whose jitter shortens the sleep.</summary>
/// <param name="jitterPercent">By how much a sleep may be shortened, from 0 (the framework's default) to 99.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="jitterPercent"/> is out of range.</exception>
public sealed class CobaltStrikeBeacon(int jitterPercent = 0) : BeaconProfile
{
    private readonly int _jitterPercent = jitterPercent is >= 0 and <= 99
        ? jitterPercent
        : throw new ArgumentOutOfRangeException(nameof(jitterPercent), jitterPercent, "Cobalt Strike takes a jitter of 0 to 99 %.");

    /// <inheritdoc/>
    public override string Name => _jitterPercent == 0 ? "cobalt-strike" : $"cobalt-strike-jitter-{_jitterPercent}";

    /// <inheritdoc/>
    public override string Defaults => $"sleeptime 60,000 ms, jitter 0 %, port 443; here the operator's jitter is {_jitterPercent} %";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(480, 220, 0.08, TimeSpan.FromMilliseconds(350));

    /// <inheritdoc/>
    public override string Source => "Cobalt Strike, Malleable C2 options sleeptime and jitter (a sleep comes up to the jitter's share early)";

    /// <inheritdoc/>
    public override int Port => 443;

    /// <inheritdoc/>
    public override TimeSpan ShortestSleep => LongestSleep * ((100 - _jitterPercent) / 100.0);

    /// <inheritdoc/>
    public override TimeSpan LongestSleep => TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    protected override SimulatedProcess Start(ActorContext context, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var library = $@"C:\Users\{context.Host.Owner.Name}\AppData\Roaming\{context.Random.Hex(8)}.dll";
        return context.Launch(
            begin, context.Host.Owner, @"\Device\HarddiskVolume3\Windows\System32\rundll32.exe", $"rundll32.exe {library},StartW", "winword.exe");
    }
}
