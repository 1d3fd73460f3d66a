using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>FollowedBy, OptionallyFollowedBy and NotFollowedBy.</summary>
/// <param name="keys">The columns of the key.</param>
/// <param name="next">Where rows go.</param>
/// <param name="code">The stage's expressions.</param>
/// <param name="step">What the second step is to the first.</param>
/// <param name="limits">The limits on rows that wait for a second.</param>
/// <param name="branch">Which of the plan's stages it is, each way to one counted.</param>
/// <param name="number">Which of the plan's stages it is.</param>
/// <param name="report">The report of the run.</param>
/// <param name="stage">The stage in messages.</param>
internal sealed class SequenceOperator<TKey, TFirst, TNext, TRow>(
    KeyColumns<TKey> keys, RowEmitter<TRow> next, SequenceCode<TFirst, TNext, TRow> code, SequenceStep step, StateLimits limits, int branch, int number, RunReport report, string stage)
    : MatchOperator<TKey, TFirst, TNext, TRow>(keys, next, report, stage)
    where TKey : struct, IGroupKey<TKey>
{
    private readonly Dictionary<TKey, LinkedList<Open>> _open = [];
    private readonly PriorityQueue<Open, long> _deadlines = new();
    private int _held;

    protected override int Held => _held;

    protected override IEnumerable<TKey> HeldKeys => _open.Keys;

    protected override void Take(long time, List<Arrived> firsts, List<Arrived> nexts)
    {
        Expire(time);
        RowOrigin? before = null;
        var occurrence = 0;
        foreach (var first in firsts)
        {
            occurrence = before is not null && RowOrigins.Same(before, first.Origin) ? occurrence + 1 : 0;
            before = first.Origin;
            Add(first, time, occurrence);
        }

        foreach (var row in nexts)
        {
            if (_open.TryGetValue(row.Key, out var open)) Match(row, open, time);
        }
    }

    protected override void CompleteTo(long frontier) => Expire(frontier);

    private void Add(in Arrived first, long time, int occurrence)
    {
        if (_held >= limits.MaxGroups)
        {
            if (limits.Policy == StateLimitPolicy.Refuse)
            {
                Report.AddRefusedEvent();
                return;
            }

            ShedOldest();
        }

        if (!_open.TryGetValue(first.Key, out var open)) _open.Add(first.Key, open = []);
        var opened = new Open(first.Key, first.First, first.Origin, EventTime.After(time, code.Within()), occurrence);
        opened.Place = open.AddLast(opened);
        _deadlines.Enqueue(opened, opened.Deadline);
        _held++;
    }

    private void Match(in Arrived row, LinkedList<Open> open, long time)
    {
        for (var (place, next) = (open.First, (LinkedListNode<Open>?)null); place is not null; place = next)
        {
            // Closing takes the row out of the list.
            next = place.Next;
            var first = place.Value;
            if (RowOrigins.Same(first.Origin, row.Origin)) continue;
            try
            {
                if (!code.Holds(first.Value, row.Next)) continue;
                if (step != SequenceStep.Absent) Emit(code.Make(first.Value, row.Next), time, Origin(first, row.Origin, time));
            }
            catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
            {
                Fault(row.Origin, e);
                continue;
            }

            Close(first);
        }
    }

    private void Close(Open first)
    {
        first.IsClosed = true;
        _held--;
        var open = first.Place!.List!;
        open.Remove(first.Place);
        if (open.Count == 0) _open.Remove(first.Key);
    }

    // A second step at the very end of the time still counts, so a row is over when all of a later time is known.
    private void Expire(long time)
    {
        while (_deadlines.TryPeek(out var first, out var deadline) && (first.IsClosed || deadline < time))
        {
            _deadlines.Dequeue();
            if (first.IsClosed) continue;
            Close(first);
            if (step == SequenceStep.Required) continue;
            try
            {
                Emit(code.Make(first.Value, default), deadline, Origin(first, null, deadline));
            }
            catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
            {
                Fault(first.Origin, e);
            }
        }
    }

    private void ShedOldest()
    {
        while (_deadlines.TryDequeue(out var first, out _))
        {
            if (first.IsClosed) continue;
            Close(first);
            Report.AddShedGroups(1);
            return;
        }
    }

    private RowOrigin Origin(Open first, RowOrigin? second, long time) => new()
    {
        Key = Keys.KeyOf(first.Key),
        Start = first.Origin.Start,
        End = time,
        Anchor = RowOrigins.AnchorOf(first.Origin, first.Occurrence, second),
        Branch = branch,
        Stage = number,
        Evidence = second is null ? first.Origin.Evidence : first.Origin.Evidence.With(second.Evidence),
        Tier = first.Origin.Tier,
    };

    private sealed class Open(TKey key, TFirst value, RowOrigin origin, long deadline, int occurrence)
    {
        internal TKey Key => key;

        internal TFirst Value => value;

        internal RowOrigin Origin => origin;

        internal long Deadline => deadline;

        internal int Occurrence => occurrence;

        /// <summary>Where it stands among those of its key.</summary>
        internal LinkedListNode<Open>? Place { get; set; }

        internal bool IsClosed { get; set; }
    }
}
