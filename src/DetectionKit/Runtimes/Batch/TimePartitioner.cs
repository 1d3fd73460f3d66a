using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>
/// Cuts an array of events into parts that can be run apart from each other and give, one after another, what a single run over the array gives.
/// </summary>
/// <remarks>
/// <para>
/// The array is taken to be in order where it is cut, at starts of windows, and then every time is read to make sure: each part's events must lie in the part's span. So no window
/// has events of two parts, all that a part's windows alert of ends before what the next part's do, and the alerts of the parts in their order are in order.
/// </para>
/// <para>
/// What is left is whether the single run judges an event as the run of its part does. It comes to a part with a watermark M - D, M being the greatest time of the parts before, and D the
/// tolerance; the run of the part has none yet. The first event of the part, at t, is later than M, all of whose events lie before the boundary. So it takes both runs to the
/// watermark t - D, before it is itself judged, and from there they go on alike: which of the part's events are late is decided by the part's events alone, whatever the allowed
/// lateness. Windows of earlier parts, which the single run may have open still, take no more events. The one thing that the part's run can't know is whether the single run would set
/// its first event aside for lying too far ahead, t - M &gt; limit (the tolerance stands on both sides). Where it would, the array is not cut. M is the clock's: an event that is set
/// aside does not move it.
/// </para>
/// <para>Under any order there is no watermark, and nothing to be judged.</para>
/// </remarks>
internal sealed class TimePartitioner<T, TOptions>(T[] events, Func<T, TOptions, DateTimeOffset> timeOf, TOptions options, RunSettings settings)
{
    private readonly long _farFuture = settings.Disorder is { HasTolerance: true } ? settings.FarFutureLimit.Ticks : long.MaxValue;

    /// <summary>The parts, at most as many as the settings say; one when the array can't be cut.</summary>
    /// <param name="step">Every multiple of it since the epoch is a boundary between windows.</param>
    internal IReadOnlyList<TimePartition> Cut(long step)
    {
        TimePartition[] whole = [new(0, events.Length, long.MinValue, long.MaxValue)];
        try
        {
            var parts = AtBoundaries(step);
            return parts.Count > 1 && AreApart(parts) ? parts : whole;
        }
        catch (Exception)
        {
            // A time that can't be read. The run counts the event as faulty; here nothing can be said about it.
            return whole;
        }
    }

    private List<TimePartition> AtBoundaries(long step)
    {
        // Less than a batch is not worth a thread.
        var most = Math.Min(settings.MaxDegreeOfParallelism, events.Length / settings.BatchSize);
        var parts = new List<TimePartition>();
        var (start, from) = (0, long.MinValue);
        for (var i = 1; i < most; i++)
        {
            var middle = (int)((long)events.Length * i / most);
            var before = WindowAlignment.Floor(TimeAt(middle), step);
            var (first, next) = (FirstSince(before, 0, middle), FirstSince(before + step, middle, events.Length));
            var (cut, time) = middle - first <= next - middle ? (first, before) : (next, before + step);
            if (cut <= start || cut == events.Length) continue;
            parts.Add(new(start, cut, from, time));
            (start, from) = (cut, time);
        }

        parts.Add(new(start, events.Length, from, long.MaxValue));
        return parts;
    }

    private int FirstSince(long time, int low, int high)
    {
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (TimeAt(middle) < time) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private bool AreApart(List<TimePartition> parts)
    {
        var greatest = new long?[parts.Count];
        Parallel.For(0, parts.Count, new ParallelOptions { MaxDegreeOfParallelism = parts.Count }, i => greatest[i] = GreatestTime(parts[i]));
        for (var i = 0; i < parts.Count; i++)
        {
            if (greatest[i] is null || (i > 0 && TimeAt(parts[i].Start) - greatest[i - 1] > _farFuture)) return false;
        }

        return true;
    }

    // The greatest time as the clock counts it; null when an event lies outside the part's span.
    private long? GreatestTime(TimePartition part)
    {
        var greatest = TimeAt(part.Start);
        for (var i = part.Start; i < part.End; i++)
        {
            var time = TimeAt(i);
            if (time < part.From || time >= part.Until) return null;
            if (time > greatest && time - greatest <= _farFuture) greatest = time;
        }

        return greatest;
    }

    private long TimeAt(int index) => timeOf(events[index], options).UtcTicks;
}
