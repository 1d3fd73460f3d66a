using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>Meterpreter over reverse TCP: it keeps one connection open, so that there is nothing to count.</summary>
public sealed class MeterpreterReverseTcp : AdversaryProfile
{
    // How often a session is lost is an assumption.
    private static readonly TimeSpan MeanSession = TimeSpan.FromHours(3);
    private static readonly TimeSpan RetryWait = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override string Name => "meterpreter-reverse-tcp";

    /// <inheritdoc/>
    public override string Defaults => "port 4444, one connection a session, a lost one opened again after 10 s";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(52_000, 180_000, 1.2, TimeSpan.FromHours(2));

    /// <inheritdoc/>
    public override string Source => "Metasploit: LPORT 4444, SessionRetryWait 10 s";

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(campaign);
        var path = $@"\Users\Public\{context.Random.Hex(8)}.exe";
        var implant = context.Launch(begin, context.Host.Owner, @"\Device\HarddiskVolume3" + path, $"\"C:{path}\"", "cmd.exe");
        yield return context.Report(implant);
        for (var time = begin; time < context.End; time += context.Random.Exponential(MeanSession) + RetryWait)
            yield return context.Connect(time, implant, campaign.Server, 4444);
    }
}
