using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A stolen account used from a rented server: a few sign-ins an hour, all of them good.</summary>
public sealed class AccountTakeover : AdversaryProfile
{
    private static readonly TimeSpan MeanPause = TimeSpan.FromMinutes(40);

    /// <inheritdoc/>
    public override string Name => "account-takeover";

    /// <inheritdoc/>
    public override string Defaults => "the first sign-in succeeds, the others follow about every 40 minutes, to mail and to Graph";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = Traffic.None;

    /// <inheritdoc/>
    public override string Source => "ATT&CK T1078.004; the rhythm is an assumption";

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(campaign);
        var process = context.LaunchWatched(begin, context.Host.Owner, @"\Device\HarddiskVolume3\Windows\explorer.exe", "explorer.exe", "userinit.exe");
        for (var time = begin; time < context.End; time += context.Random.Exponential(MeanPause))
            yield return context.SignIn(time, process, context.Random.Chance(0.5) ? "Office 365 Exchange Online" : "Microsoft Graph Command Line Tools", campaign.Server);
    }
}
