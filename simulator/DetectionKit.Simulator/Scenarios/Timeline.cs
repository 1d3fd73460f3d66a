namespace DetectionKit.Simulator.Scenarios;

/// <summary>Merges what actors do, each in the order of time, into one stream in the order of time; holds one event of each.</summary>
internal static class Timeline
{
    // A start that is reported within this stands before its first connection, as the sensor sends both in one batch.
    private static readonly TimeSpan LateReport = TimeSpan.FromSeconds(1);

    public static IEnumerable<SimulatedEvent> Merge(IEnumerable<IEnumerable<SimulatedEvent>> actors)
    {
        var actions = new PriorityQueue<IEnumerator<SimulatedEvent>, Turn>();
        var lateReports = new PriorityQueue<SimulatedEvent, Turn>();
        try
        {
            var number = 0;
            foreach (var actor in actors) Schedule(actor.GetEnumerator(), number++);
            while (true)
            {
                var hasAction = actions.TryPeek(out var actor, out var turn);
                if (lateReports.TryPeek(out var late, out var lateTurn) && (!hasAction || lateTurn.CompareTo(turn) < 0))
                {
                    lateReports.Dequeue();
                    yield return late;
                }
                else if (hasAction)
                {
                    yield return actor!.Current;
                    actions.Dequeue();
                    Schedule(actor, turn.Number);
                }
                else
                {
                    yield break;
                }
            }
        }
        finally
        {
            foreach (var (actor, _) in actions.UnorderedItems) actor.Dispose();
        }

        void Schedule(IEnumerator<SimulatedEvent> actor, int number)
        {
            while (actor.MoveNext())
            {
                var next = actor.Current;
                if (next is not SimulatedProcessStart || next.Reported - next.Occurred < LateReport)
                {
                    actions.Enqueue(actor, new Turn(next.Occurred.UtcTicks, number));
                    return;
                }

                lateReports.Enqueue(next, new Turn(next.Reported.UtcTicks, number));
            }

            actor.Dispose();
        }
    }

    // The number makes the order total: a PriorityQueue does not keep the order of equals.
    private readonly record struct Turn(long Ticks, int Number) : IComparable<Turn>
    {
        public int CompareTo(Turn other) => Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks) : Number.CompareTo(other.Number);
    }
}
