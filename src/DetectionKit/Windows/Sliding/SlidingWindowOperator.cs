using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>
/// Sliding windows. Aggregates need only add and merge: events lie in two stacks, the older one holding merged states from its event to its newest, so that the
/// oldest event leaves by dropping a state, and each event is merged a constant number of times.
/// </summary>
internal sealed class SlidingWindowOperator<TKey, TInput, TState, TFold>(PaneContext<TKey, TInput, TState, TFold> panes, SlidingWindow window)
    : OrderedWindowOperator<TKey, TInput, TState, TFold, SlidingWindowOperator<TKey, TInput, TState, TFold>.Slide>(panes)
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct, IFold<TInput, TState>
{
    private static readonly int s_eventSize = Unsafe.SizeOf<TInput>() + Unsafe.SizeOf<EvidenceItem>();
    private readonly long _size = window.Size.Ticks;

    protected override void Take(TKey key, Slide slide, in TInput input, in EvidenceItem evidence)
    {
        Drop(slide, evidence.Time - _size);
        slide.Newer.Add((input, evidence));
        Hold(s_eventSize);
        slide.Last = evidence.Time;
        Add(ref slide.NewerPane, input, evidence.Time);
        Evidence.Add(ref slide.NewerPane.Evidence, evidence);
    }

    protected override void Evaluate(TKey key, Slide slide, long time)
    {
        if (!TryWhole(key, slide, out var pane) || !TryMake(key, ref pane, time - _size, time))
        {
            End(key, slide, time);
            Discard(ref slide.LastFiring);
            Discard(ref pane);
            slide.EpisodeStart = null;
            return;
        }

        var anchor = slide.EpisodeStart ?? time;
        if (IsEarly)
        {
            Revise(key, ref pane, time - _size, time, anchor);
            Discard(ref slide.LastFiring);
            (slide.LastFiring, slide.LastFired) = (pane, time);
        }
        else
        {
            if (slide.EpisodeStart is null) Follower.EmitMade(key, pane, time - _size, time, anchor);
            Discard(ref pane);
        }

        slide.EpisodeStart = anchor;
    }

    protected override long ExpiryOf(Slide slide) => EventTime.After(slide.Last, _size);

    protected override long LastEventOf(Slide slide) => slide.Last;

    // An episode sent early ends with a last revision if its newest state differs from what was sent.
    protected override void End(TKey key, Slide slide, long at)
    {
        if (IsEarly && slide.EpisodeStart is { } anchor) Close(key, ref slide.LastFiring, slide.LastFired - _size, slide.LastFired, anchor, at);
    }

    protected override void Forget(Slide slide)
    {
        Hold(-s_eventSize * (long)(slide.Newer.Count + slide.Older.Count));
        while (slide.Older.TryPop(out var older)) Discard(ref older.Pane);
        Discard(ref slide.LastFiring);
        Closed(ref slide.NewerPane, GroupSize);
    }

    protected override long OutputWatermark(long frontier) => frontier;

    private void Drop(Slide slide, long until)
    {
        while (slide.Older.TryPeek(out var oldest) && oldest.Time <= until)
        {
            slide.Older.Pop();
            Discard(ref oldest.Pane);
            Hold(-s_eventSize);
        }

        if (slide.Older.Count > 0 || slide.Newer.Count == 0 || slide.Newer[0].Evidence.Time > until) return;

        var suffixes = Suffixes(slide.Newer, until);
        foreach (var older in suffixes) slide.Older.Push(older);

        Hold(-s_eventSize * (long)(slide.Newer.Count - slide.Older.Count));
        slide.Newer.Clear();
        Empty(ref slide.NewerPane);
    }

    // The merged states from each event to the newest, the newest first. Nothing changes before all merges have gone well: an aggregate may throw.
    private List<(long Time, PaneState<TState> Pane)> Suffixes(List<(TInput Input, EvidenceItem Evidence)> events, long until)
    {
        var suffixes = new List<(long Time, PaneState<TState> Pane)>(events.Count);
        var pane = default(PaneState<TState>);
        try
        {
            for (var i = events.Count - 1; i >= 0 && events[i].Evidence.Time > until; i--)
            {
                AddTransient(ref pane, events[i].Input, events[i].Evidence);
                if (suffixes.Count > 0)
                {
                    var suffix = suffixes[^1].Pane;
                    Merge(ref pane, ref suffix);
                }

                suffixes.Add((events[i].Evidence.Time, pane));
                pane = default;
            }

            return suffixes;
        }
        catch
        {
            Discard(ref pane);
            foreach (var suffix in suffixes)
            {
                var made = suffix.Pane;
                Discard(ref made);
            }

            throw;
        }
    }

    private bool TryWhole(in TKey key, Slide slide, out PaneState<TState> pane)
    {
        pane = default;
        if (slide.Older.TryPeek(out var older))
        {
            var from = older.Pane;
            if (!TryMerge(key, ref pane, ref from)) return false;
        }

        return TryMerge(key, ref pane, ref slide.NewerPane);
    }

    internal sealed class Slide
    {
        internal Stack<(long Time, PaneState<TState> Pane)> Older { get; } = new();

        internal List<(TInput Input, EvidenceItem Evidence)> Newer { get; } = [];

        internal long Last { get; set; }

        internal long? EpisodeStart { get; set; }

        internal long LastFired { get; set; }

        internal PaneState<TState> LastFiring;

        internal PaneState<TState> NewerPane;
    }
}
