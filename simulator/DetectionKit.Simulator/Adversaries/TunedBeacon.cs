using System.Net;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A framework's beacon as an operator has set it.</summary>
public sealed class TunedBeacon : AdversaryProfile
{
    private readonly BeaconProfile _profile;
    private readonly BeaconKnobs _knobs;

    /// <summary>Sets knobs on a profile.</summary>
    /// <param name="name">Its name, as ground truth gives it.</param>
    /// <param name="profile">The framework.</param>
    /// <param name="knobs">What the operator has set.</param>
    /// <exception cref="ArgumentException">The name is empty, or a knob is out of its range; the message names each.</exception>
    public TunedBeacon(string name, BeaconProfile profile, BeaconKnobs knobs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(knobs);
        var problems = knobs.Validate();
        if (problems.Count > 0) throw new ArgumentException(string.Join(" ", problems), nameof(knobs));
        Name = name;
        _profile = profile;
        _knobs = knobs;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Defaults => $"{_profile.Name}; here: {string.Join("; ", Settings())}";

    /// <inheritdoc/>
    public override string Source => _profile.Source + "; what is set otherwise is an assumption";

    /// <inheritdoc/>
    public override Traffic Traffic => _profile.Traffic;

    /// <inheritdoc/>
    public override int Servers => _knobs.Redirectors;

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(campaign);
        var implant = _knobs.Masquerade is { } mask
            ? context.Launch(begin, context.Host.Owner, mask.Image, mask.CommandLine, mask.ParentName)
            : _profile.Launch(context, begin);
        yield return context.Report(implant);
        var calls = 0L;
        var current = -1L;
        foreach (var time in BeaconSchedule.Draw(context, _profile, _knobs, begin))
        {
            var server = _knobs.Order switch
            {
                RedirectorOrder.RoundRobin => calls++,
                RedirectorOrder.Random => context.Random.Next(campaign.Servers.Count),
                _ => (time - begin).Ticks / _knobs.RotateEvery.Ticks,
            };
            var address = campaign.Servers[(int)(server % campaign.Servers.Count)];
            if (_knobs.Order == RedirectorOrder.Rotation && server != current)
            {
                current = server;
                yield return context.Resolve(time, implant, Domain(campaign, server, address));
            }

            yield return context.Connect(time, implant, address, _profile.Port);
        }
    }

    // All victims of a campaign see the same names.
    private static Destination Domain(Campaign campaign, long number, IPAddress address) =>
        new(FormattableString.Invariant($"cdn{number + 1}-{campaign.Name}.example"), DestinationKind.Hosting, [address], []);

    private IEnumerable<string> Settings()
    {
        if (_knobs.Interval is { } interval) yield return $"interval {interval:c}, {_knobs.Jitter ?? JitterLaw.None}";
        if (_knobs.Tasking is { } tasking) yield return FormattableString.Invariant($"a burst of {tasking.Least} to {tasking.Most} about every {tasking.MeanPause:c}");
        if (_knobs.Quota is { } quota) yield return FormattableString.Invariant($"{quota.Connections} connections in each {quota.Window:c}");
        if (_knobs.EdgeBursts is { } bursts) yield return FormattableString.Invariant($"{bursts.Connections} connections on each side of an edge of {bursts.Window:c}");
        if (_knobs.WorkingHoursOnly) yield return "working hours only";
        foreach (var quiet in _knobs.QuietPeriods) yield return $"silent from {quiet.Begin:hh\\:mm} to {quiet.End:hh\\:mm}";
        if (_knobs.Redirectors > 1) yield return FormattableString.Invariant($"{_knobs.Redirectors} addresses, {_knobs.Order}");
        if (_knobs.Masquerade is { } mask) yield return $"as {mask.Image}";
    }
}
