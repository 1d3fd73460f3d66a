using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>A sign-in from the address space of providers that rent servers out: an account's first, one too far from its last good one, or one of many accounts from one address.</summary>
[Detection(
    "vps-signin",
    Version = 1,
    Title = "Sign-in from hosting address space",
    Description = "Sign-ins from the networks of hosting providers: the first of an account for a long time, one that its last good sign-in makes impossible, and many accounts from one address. A success is told apart.",
    Severity = Severity.Medium,
    Confidence = Confidence.Medium)]
[AttackTechnique("T1583.003", Name = "Acquire Infrastructure: Virtual Private Server", Tactic = "TA0042")]
[AttackTechnique("T1078.004", Name = "Valid Accounts: Cloud Accounts", Tactic = "TA0001")]
[AttackTechnique("T1110.003", Name = "Brute Force: Password Spraying", Tactic = "TA0006")]
[Reference("https://attack.mitre.org/techniques/T1583/003/")]
[FalsePositive("Users of commercial VPNs and of cloud workstations: exclude their networks, or take their providers off the list.")]
[FalsePositive("Service accounts and automation that run in a cloud: exclude the networks that are one's own.")]
[BlindSpot("Residential proxies: the address belongs to no hosting provider.")]
[BlindSpot("Providers that neither HostingSystems nor HostingNetworks lists.")]
[BlindSpot("Impossible travel needs places of both sign-ins, and places of addresses are guesses.")]
[BlindSpot("A spray slower than ten accounts an hour, or from several addresses.")]
public sealed class VpsSignin : Detection<SignInAttempt, HostingSignIn, VpsSigninOptions>
{
    /// <inheritdoc/>
    public override IReadOnlyList<DetectionCase> Cases => VpsSigninCases.All;

    /// <inheritdoc/>
    public override DetectionQuery<HostingSignIn> Define(Events<SignInAttempt> events, VpsSigninOptions o)
    {
        var hosting = events
            .Where(s => o.Hosting != HostingUse.Require || o.HostingSystems.Contains(s.AutonomousSystem) || o.HostingNetworks.Contains(s.RemoteAddress))
            .Where(s => !o.ExcludedNetworks.Contains(s.RemoteAddress));
        var first = hosting
            .FirstSeen(s => new { s.User, s.IsSuccess }, () => o.Memory)
            .Select(s => new { Kind = SignInKind.FirstSeen, s.User, s.RemoteAddress, s.IsSuccess, Users = 1, Kilometres = (double?)null });
        var travel = hosting
            .Join(
                events.Where(s => s.IsSuccess).Latest(() => o.TravelMemory),
                s => s.User,
                good => good.User,
                (s, good) => new { SignInAttempt = s, Since = s.Time - good.Time, Kilometres = GreatCircle.Kilometres(s.Latitude, s.Longitude, good.Latitude, good.Longitude) })
            .Where(t => t.Kilometres >= o.MinKilometres)
            .Where(t => t.Kilometres > o.MaxSpeed * t.Since.TotalHours)
            .Select(t => new { Kind = SignInKind.ImpossibleTravel, t.SignInAttempt.User, t.SignInAttempt.RemoteAddress, t.SignInAttempt.IsSuccess, Users = 1, Kilometres = (double?)t.Kilometres });
        var spray = hosting
            .GroupBy(s => s.RemoteAddress)
            .Window(w => w.Sliding(o.SprayWindow))
            .Aggregate(w => new { w.Key, Users = w.CountDistinct(s => s.User), Successes = w.Where(s => s.IsSuccess).Count() })
            .Where(s => s.Users >= o.MinUsers)
            .Suppress(by: s => s.Key, () => o.Quiet)
            .Select(s => new { Kind = SignInKind.Spray, User = (string?)null, RemoteAddress = s.Key, IsSuccess = s.Successes > 0, s.Users, Kilometres = (double?)null });
        return first.Merge(travel).Merge(spray)
            .Tier(SignInRisk.High, s => s.IsSuccess)
            .Otherwise(SignInRisk.Low)
            .RaiseWhen(s => o.Hosting == HostingUse.Raise && o.HostingNetworks.Contains(s.RemoteAddress))
            .Select((s, risk) => new HostingSignIn(s.Kind, s.User, s.RemoteAddress, s.IsSuccess, s.Users, s.Kilometres, risk, o.HostingNetworks.Describe(s.RemoteAddress)));
    }
}
