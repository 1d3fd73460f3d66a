using System.Globalization;

namespace DetectionKit.CommandLine.Tuning;

/// <summary>How far a tuning is.</summary>
internal sealed class TuneProgress(int inputs, int settings)
{
    private long _events;
    private int _done;

    internal void CountEvents(int events) => Interlocked.Add(ref _events, events);

    internal void CountInput() => Interlocked.Increment(ref _done);

    internal string Line() => string.Create(
        CultureInfo.InvariantCulture, $"tune: {Volatile.Read(ref _done)} of {inputs} sets of events, {Interlocked.Read(ref _events):N0} events, {settings:N0} settings at once");
}
