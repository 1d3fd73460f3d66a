using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DetectionKit;

/// <summary>Async streams of events of several types, for a detection over more than one source. They are merged as their events arrive.</summary>
public sealed class AsyncEventInputs
{
    private readonly List<Func<IPushTarget, IAsyncEnumerable<Action>>> _inputs = [];

    /// <summary>Adds the events of one type.</summary>
    /// <returns>This object.</returns>
    public AsyncEventInputs Add<T>(IAsyncEnumerable<T> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _inputs.Add(target => Steps(events, target));
        return this;
    }

    /// <summary>The alerts of a detection over the inputs.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <param name="settings">The settings of the run; null for the defaults: a tolerance of 10 minutes.</param>
    /// <param name="report">Where the run counts; null when nobody looks.</param>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public IAsyncEnumerable<Alert<TAlert>> Detect<TAlert, TOptions>(Detection<TAlert, TOptions> detection, TOptions? options = null, RunSettings? settings = null, RunReport? report = null)
        where TOptions : class, new() => Run(detection.Start(options, settings, report, Disorder.StreamDefault));

    private static async IAsyncEnumerable<Action> Steps<T>(IAsyncEnumerable<T> events, IPushTarget target, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var e in events.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return () => target.Push(e);
        yield return target.Complete<T>;
    }

    private async IAsyncEnumerable<Alert<TAlert>> Run<TAlert, TOptions>(DetectionRun<TAlert, TOptions> run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TOptions : class, new()
    {
        var target = new PushTarget<TAlert, TOptions>(run);

        // Streams are awaited side by side, but their steps run here, one after another.
        var merged = AsyncEnumerableEx.Merge([.. _inputs.Select(input => input(target))]);
        await foreach (var step in merged.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            step();
            foreach (var alert in target.Take()) yield return alert;
        }

        foreach (var alert in run.Complete()) yield return alert;
    }
}
