using System.Linq.Expressions;
using DetectionKit.Testing.Events;

namespace DetectionKit.Testing.Generation;

/// <summary>When the events of a pane happen: where its windows lie, and how far apart events may be.</summary>
internal sealed class WindowSchedule
{
    private readonly TimeSpan? _gap;

    private WindowSchedule(WindowSpec? window, DateTimeOffset start)
    {
        (Size, _gap) = window switch
        {
            TumblingWindow tumbling => (tumbling.Size, (TimeSpan?)null),
            HoppingWindow hopping => (hopping.Size, null),
            SlidingWindow sliding => (sliding.Size, null),
            SessionWindow session => (session.MaxLength, session.Gap),
            _ => (TimeSpan.FromHours(1), null),
        };
        IsAtEveryEvent = window is SlidingWindow;

        // Aligned windows start at multiples of their size since the epoch.
        var since = (start - DateTimeOffset.UnixEpoch).Ticks;
        Start = start != VirtualTime.Start || since % Size.Ticks == 0 || _gap is not null ? start : DateTimeOffset.UnixEpoch.AddTicks(((since / Size.Ticks) + 1) * Size.Ticks);
    }

    internal TimeSpan Size { get; }

    internal DateTimeOffset Start { get; }

    internal bool IsSession => _gap is not null;

    /// <summary>Whether windows end at events, so that several at one time show at once.</summary>
    internal bool IsAtEveryEvent { get; }

    /// <summary>How many events reach over a part of the longest session; 0 where windows are no sessions.</summary>
    internal int Reach(double part) => _gap is { } gap ? (int)Math.Min(int.MaxValue, Math.Ceiling(part * (Size / (gap * 0.98)))) : 0;

    internal static WindowSchedule Of(PlanPath path, object options, DateTimeOffset start)
    {
        if (path.Window is null) return new(null, start);
        var window = path.Window.Window.Lambda;
        var spec = Expression.Lambda<Func<WindowSpec>>(Inlining.Of(window, Expression.Constant(null, typeof(WindowKinds)), options)).Compile(preferInterpretation: true)();
        return new(spec, start);
    }

    /// <summary>Times spread over a stretch of windows, in their order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="from">Where the stretch begins, in windows from the start.</param>
    /// <param name="length">How long it is, in windows; of a session, how far apart events are, in gaps.</param>
    internal IEnumerable<DateTimeOffset> Spread(int count, double from = 0, double length = 0.98)
    {
        var step = _gap is { } gap ? gap * length : Size * (length / Math.Max(1, count));
        return Enumerable.Range(0, count).Select(i => Start + (Size * from) + (i * step));
    }
}
