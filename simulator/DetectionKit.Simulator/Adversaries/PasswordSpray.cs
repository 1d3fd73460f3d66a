using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>One password tried at many accounts from a rented server: all fail but the victim's own.</summary>
public sealed class PasswordSpray : AdversaryProfile
{
    private const int Accounts = 30, WrongPassword = 50126;

    /// <inheritdoc/>
    public override string Name => "password-spray";

    /// <inheritdoc/>
    public override string Defaults => "30 accounts, one every 20 to 60 seconds, of which the last lets it in";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = Traffic.None;

    /// <inheritdoc/>
    public override string Source => "ATT&CK T1110.003; pace and number are assumptions";

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(campaign);
        var random = context.Random;
        var process = context.LaunchWatched(begin, context.Host.Owner, @"\Device\HarddiskVolume3\Windows\explorer.exe", "explorer.exe", "userinit.exe");
        var others = context.Organisation.Hosts.Where(host => host.IsPersonal && host != context.Host).Select(host => host.Owner).Distinct().ToList();
        var time = begin;
        for (var i = 0; i < Accounts && others.Count > 0 && time < context.End; i++)
        {
            var account = random.Pick(others);
            others.Remove(account);
            yield return context.SignIn(time, process, "Office 365 Exchange Online", campaign.Server, WrongPassword, account);
            time += TimeSpan.FromSeconds(random.Between(20, 60));
        }

        if (time < context.End) yield return context.SignIn(time, process, "Office 365 Exchange Online", campaign.Server);
    }
}
