namespace DetectionKit.Simulator.Adversaries;

/// <summary>What an operator sets on any beacon. Each may be set with any other; what is left out stays as the framework has it.</summary>
public sealed record BeaconKnobs
{
    /// <summary>The sleep, above zero; null for the profile's own with its own law.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>How <see cref="Interval"/> varies; not at all when it is null.</summary>
    public JitterLaw? Jitter { get; init; }

    /// <summary>Bursts after tasks; null for none.</summary>
    public TaskingBursts? Tasking { get; init; }

    /// <summary>When the implant sleeps every day.</summary>
    public IReadOnlyList<QuietPeriod> QuietPeriods { get; init; } = [];

    /// <summary>Whether it calls only while the victim's owner works.</summary>
    public bool WorkingHoursOnly { get; init; }

    /// <summary>How many addresses it calls, 1 to 50.</summary>
    public int Redirectors { get; init; } = 1;

    /// <summary>Which of them is next.</summary>
    public RedirectorOrder Order { get; init; }

    /// <summary>How long one address is used under <see cref="RedirectorOrder.Rotation"/>, above zero.</summary>
    public TimeSpan RotateEvery { get; init; } = TimeSpan.FromHours(6);

    /// <summary>What it hides behind; null for the profile's own process.</summary>
    public Masquerade? Masquerade { get; init; }

    /// <summary>So many connections in each window, in place of a sleep; null for the sleep.</summary>
    public WindowQuota? Quota { get; init; }

    /// <summary>Connections astride the edges of windows, in place of a sleep; null for the sleep.</summary>
    public EdgeBursts? EdgeBursts { get; init; }

    /// <summary>Checks every knob.</summary>
    /// <returns>What is wrong, one message for each; empty when all is well.</returns>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (Interval <= TimeSpan.Zero) problems.Add($"Interval is {Interval:c}; choose more than zero.");
        if (Jitter is not null && Interval is null) problems.Add("Jitter is set and Interval is not; set the interval that it varies.");
        if (Tasking is { } tasking && (tasking.MeanPause <= TimeSpan.Zero || tasking.Gap <= TimeSpan.Zero || tasking.Least < 1 || tasking.Most < tasking.Least))
            problems.Add($"Tasking is {tasking}; choose times above zero and 1 <= Least <= Most.");
        if (QuietPeriods.Any(q => q.Begin < TimeSpan.Zero || q.End < TimeSpan.Zero || q.Begin >= TimeSpan.FromDays(1) || q.End >= TimeSpan.FromDays(1) || q.Begin == q.End))
            problems.Add("A quiet period begins and ends at two different times of the day, from 00:00 to 23:59:59.");
        if (Redirectors is < 1 or > 50) problems.Add($"Redirectors is {Redirectors}; choose 1 to 50.");
        if (RotateEvery <= TimeSpan.Zero) problems.Add($"RotateEvery is {RotateEvery:c}; choose more than zero.");
        if (Quota is { } quota && (quota.Connections is < 1 or > 10_000 || quota.Window <= TimeSpan.Zero)) problems.Add($"Quota is {quota}; choose 1 to 10000 connections and a window above zero.");
        if (EdgeBursts is { } bursts && (bursts.Connections is < 1 or > 10_000 || bursts.Window <= TimeSpan.Zero || bursts.Within <= TimeSpan.Zero || bursts.Within > bursts.Window / 2))
            problems.Add($"EdgeBursts is {bursts}; choose 1 to 10000 connections, a window above zero, and at most half of it beside its edge.");
        if (Quota is not null && EdgeBursts is not null) problems.Add("Quota and EdgeBursts are both set; each takes the place of the sleep, so leave one out.");
        return problems;
    }
}
