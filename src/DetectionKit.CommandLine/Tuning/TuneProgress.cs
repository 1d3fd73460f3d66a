using System.Globalization;

namespace DetectionKit.CommandLine.Tuning;

/// <summary>How far a tuning is.</summary>
/// <param name="inputs">How many sets of events there are.</param>
/// <param name="settings">How many settings.</param>
/// <param name="simulated">How much time is simulated in all; zero for files, whose share is not known.</param>
internal sealed class TuneProgress(int inputs, int settings, TimeSpan simulated)
{
    private long _events;
    private long _simulatedTicks;
    private int _done;

    internal void CountEvents(int events) => Interlocked.Add(ref _events, events);

    /// <summary>Simulated time that has passed, over all inputs that are simulated.</summary>
    internal void CountTime(TimeSpan passed) => Interlocked.Add(ref _simulatedTicks, passed.Ticks);

    internal void CountInput() => Interlocked.Increment(ref _done);

    internal string Line() => string.Create(
        CultureInfo.InvariantCulture, $"tune: {Share()}{Volatile.Read(ref _done)} of {inputs} sets of events, {Interlocked.Read(ref _events):N0} events, {settings:N0} settings at once");

    private string Share() => simulated > TimeSpan.Zero
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(100, 100.0 * Interlocked.Read(ref _simulatedTicks) / simulated.Ticks):0} %, ")
        : "";
}
