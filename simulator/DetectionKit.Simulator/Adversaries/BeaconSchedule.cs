using DetectionKit.Simulator.Randomness;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>When an implant with knobs connects.</summary>
internal static class BeaconSchedule
{
    /// <summary>The times, in their order, before the end of the period.</summary>
    public static IEnumerable<DateTimeOffset> Draw(ActorContext context, BeaconProfile profile, BeaconKnobs knobs, DateTimeOffset begin)
    {
        var paced = knobs switch
        {
            { Quota: { } quota } => Quota(context.Random, quota, begin, context.End),
            { EdgeBursts: { } bursts } => Edges(context.Random, bursts, begin, context.End),
            _ => Sleeps(context, profile, knobs, begin),
        };
        return knobs.Tasking is { } tasking ? WithTasks(paced, context, tasking, knobs) : paced;
    }

    private static IEnumerable<DateTimeOffset> Sleeps(ActorContext context, BeaconProfile profile, BeaconKnobs knobs, DateTimeOffset begin)
    {
        var law = knobs.Jitter ?? JitterLaw.None;
        for (var time = Allowed(context, knobs, begin); time < context.End;)
        {
            yield return time;
            var sleep = knobs.Interval is { } interval ? law.Draw(interval, context.Random) : profile.Sleep(context.Random);
            time = Allowed(context, knobs, time + sleep + context.Random.Between(TimeSpan.Zero, BeaconProfile.LongestCheckIn));
        }
    }

    // Each in the middle half of its share of the window: evenly spread, and never in a neighbour's.
    private static IEnumerable<DateTimeOffset> Quota(DeterministicRandom random, WindowQuota quota, DateTimeOffset begin, DateTimeOffset end)
    {
        var share = quota.Window / quota.Connections;
        for (var window = Floor(begin, quota.Window); window < end; window += quota.Window)
        {
            for (var i = 0; i < quota.Connections; i++)
            {
                var time = window + share * (i + 0.25) + random.Between(TimeSpan.Zero, share / 2);
                if (time >= end) yield break;
                if (time >= begin) yield return time;
            }
        }
    }

    private static IEnumerable<DateTimeOffset> Edges(DeterministicRandom random, EdgeBursts bursts, DateTimeOffset begin, DateTimeOffset end)
    {
        var share = bursts.Within / bursts.Connections;
        // The margin of a second keeps what is late in a report on its side of the edge.
        var margin = TimeSpan.FromTicks(Math.Min(TimeSpan.TicksPerSecond, bursts.Within.Ticks / 10));
        for (var edge = Floor(begin, bursts.Window) + bursts.Window; edge - bursts.Within < end; edge += bursts.Window * 2)
        {
            for (var i = -bursts.Connections; i < bursts.Connections; i++)
            {
                var time = edge + share * i + random.Between(TimeSpan.Zero, share);
                if (i == -1 && time > edge - margin) time = edge - margin;
                if (time >= end) yield break;
                if (time >= begin) yield return time;
            }
        }
    }

    private static IEnumerable<DateTimeOffset> WithTasks(IEnumerable<DateTimeOffset> paced, ActorContext context, TaskingBursts tasking, BeaconKnobs knobs)
    {
        DateTimeOffset? task = null;
        var last = DateTimeOffset.MinValue;
        foreach (var checkIn in paced)
        {
            // An implant busy with a task does not check in until it is done.
            if (checkIn < last) continue;
            yield return last = checkIn;
            task ??= checkIn + context.Random.Exponential(tasking.MeanPause);
            if (checkIn < task) continue;
            for (var left = context.Random.Between(tasking.Least, tasking.Most); left > 0; left--)
            {
                var next = last + context.Random.Between(tasking.Gap / 10, tasking.Gap);
                if (next >= context.End || Allowed(context, knobs, next) != next) break;
                yield return last = next;
            }

            task = last + context.Random.Exponential(tasking.MeanPause);
        }
    }

    // Every constraint once more until none moves the time.
    private static DateTimeOffset Allowed(ActorContext context, BeaconKnobs knobs, DateTimeOffset time)
    {
        for (var moved = true; moved && time < context.End;)
        {
            var before = time;
            if (knobs.WorkingHoursOnly) time = context.NextWorkingMoment(time);
            foreach (var quiet in knobs.QuietPeriods) time = quiet.NextMoment(time, context.Host.Site.UtcOffset);
            moved = time != before;
        }

        return time;
    }

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan window)
    {
        var since = time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        return DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(since - since % window.Ticks);
    }
}
