using System.Diagnostics.CodeAnalysis;

namespace DetectionKit;

/// <summary>Sequences of events of several types, for a detection over more than one source: <c>new EventInputs().Add(starts).Add(connections).Detect(detection)</c>.</summary>
public sealed class EventInputs
{
    private readonly List<IBatchInput> _inputs = [];

    /// <summary>Adds the events of one type. Under a tolerance the inputs are merged by event time, so each should be about in order.</summary>
    /// <returns>This object.</returns>
    public EventInputs Add<T>(IEnumerable<T> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _inputs.Add(new BatchInput<T>(events));
        return this;
    }

    /// <summary>The alerts of a detection over the inputs. Lazy. In any order by default.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <param name="settings">The settings of the run; null for the defaults.</param>
    /// <param name="report">Where the run counts; null when nobody looks.</param>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public IEnumerable<Alert<TAlert>> Detect<TAlert, TOptions>(Detection<TAlert, TOptions> detection, TOptions? options = null, RunSettings? settings = null, RunReport? report = null)
        where TOptions : class, new()
    {
        var run = detection.Start(options, settings, report, Disorder.Any);
        return Run(detection, run);
    }

    private IEnumerable<Alert<TAlert>> Run<TAlert, TOptions>(Detection<TAlert, TOptions> detection, DetectionRun<TAlert, TOptions> run)
        where TOptions : class, new()
    {
        var readers = _inputs.ConvertAll(input => input.Open(detection.Plan, run));
        try
        {
            // Under Any the order does not matter, and no two inputs need be open at once in earnest; under a tolerance the earliest event goes first.
            var merge = run.Settings.Disorder is { HasTolerance: true };
            var open = new PriorityQueue<IBatchReader<TAlert>, (long Time, int Input)>();
            for (var i = 0; i < readers.Count; i++)
            {
                if (readers[i].MoveNext()) open.Enqueue(readers[i], (merge ? readers[i].Time : 0, i));
                else foreach (var alert in readers[i].Complete()) yield return alert;
            }

            while (open.TryDequeue(out var reader, out var place))
            {
                var until = open.TryPeek(out _, out var next) && merge ? next : (Time: long.MaxValue, Input: int.MaxValue);
                var more = true;
                while (more && (merge ? reader.Time : 0, place.Input).CompareTo(until) <= 0)
                {
                    more = reader.Gather();
                    if (!reader.IsFull) continue;
                    foreach (var alert in reader.Push()) yield return alert;
                }

                foreach (var alert in reader.Push()) yield return alert;
                if (more) open.Enqueue(reader, (merge ? reader.Time : 0, place.Input));
                else foreach (var alert in reader.Complete()) yield return alert;
            }

            foreach (var alert in run.Complete()) yield return alert;
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
    }
}
