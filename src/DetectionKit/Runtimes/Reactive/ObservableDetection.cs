using System.Diagnostics.CodeAnalysis;
using System.Reactive;
using System.Reactive.Linq;
using Microsoft.Extensions.Options;

namespace DetectionKit;

/// <summary>Runs detections over observables.</summary>
public static class ObservableDetection
{
    /// <summary>
    /// The alerts of a detection over an observable. An event's alerts leave before the call returns. Events that can cause none are gathered, as many as
    /// <see cref="RunSettings.BatchSize"/> says, so that the report may be that many behind; with 1, each is read when it comes. Cold: each subscription is a
    /// run of its own. Time is that of the events: no scheduler is needed, and virtual time works as real time does.
    /// </summary>
    /// <param name="source">The events, one at a time, as Rx has it.</param>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <param name="settings">The settings of the run; null for the defaults: a tolerance of 10 minutes.</param>
    /// <param name="report">Where the run counts; null when nobody looks.</param>
    /// <param name="watermarks">
    /// Watermarks from outside, for a stream that falls silent: <c>Observable.Interval(oneMinute, scheduler).Select(_ => scheduler.Now - tolerance)</c>. Here time is real, so here is the scheduler.
    /// </param>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IObservable<Alert<TAlert>> Detect<T, TAlert, TOptions>(
        this IObservable<T> source,
        Detection<TAlert, TOptions> detection,
        TOptions? options = null,
        RunSettings? settings = null,
        RunReport? report = null,
        IObservable<DateTimeOffset>? watermarks = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(source);
        return Observe<T, Alert<TAlert>>(source, () => detection.Start(options, settings, report, Disorder.StreamDefault), watermarks);
    }

    /// <summary>The alerts of a detection whose options may change while it runs: the monitor is looked at before each event.</summary>
    /// <inheritdoc cref="Detect{T, TAlert, TOptions}(IObservable{T}, Detection{TAlert, TOptions}, TOptions, RunSettings, RunReport, IObservable{DateTimeOffset})"/>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IObservable<Alert<TAlert>> Detect<T, TAlert, TOptions>(
        this IObservable<T> source,
        Detection<TAlert, TOptions> detection,
        IOptionsMonitor<TOptions> options,
        RunSettings? settings = null,
        RunReport? report = null,
        IObservable<DateTimeOffset>? watermarks = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        return Observe<T, Alert<TAlert>>(source, () => detection.Start(options.CurrentValue, settings, report, Disorder.StreamDefault).Following(options), watermarks);
    }

    internal static IObservable<TAlert> Observe<T, TAlert>(IObservable<T> source, Func<IEventRun<TAlert>> start, IObservable<DateTimeOffset>? watermarks)
    {
        // Bad options throw at the call, not at the subscription.
        IEventRun<TAlert>? first = start();
        return Observable.Create<TAlert>(observer =>
        {
            var run = Interlocked.Exchange(ref first, null) ?? start();
            var drive = new ObserverDriver<TAlert>(observer);
            var gatherer = run.Gatherer<T>();
            Func<T, IReadOnlyList<TAlert>> read = gatherer is not null ? gatherer.Take : e =>
            {
                run.Refresh();
                return run.PushEvent(e);
            };
            IReadOnlyList<TAlert> Complete() => gatherer is null ? run.Complete() : [.. gatherer.Flush(), .. run.Complete()];
            IReadOnlyList<TAlert> Advance(DateTimeOffset watermark) => gatherer is null ? run.AdvanceWatermark(watermark) : [.. gatherer.Flush(), .. run.AdvanceWatermark(watermark)];
            void Fail(Exception error)
            {
                drive.Send(static gathered => gathered?.Flush() ?? [], gatherer);
                observer.OnError(error);
            }

            if (watermarks is null)
            {
                return source.SubscribeSafe(Observer.Create<T>(e => drive.Send(read, e), Fail, () => drive.Finish(Complete)));
            }

            var gate = new object();
            var outside = watermarks.Synchronize(gate).Subscribe(watermark => drive.Send(Advance, watermark), observer.OnError);
            var inside = source.Synchronize(gate).SubscribeSafe(Observer.Create<T>(
                e => drive.Send(read, e),
                Fail,
                () =>
                {
                    outside.Dispose();
                    drive.Finish(Complete);
                }));
            return new System.Reactive.Disposables.CompositeDisposable(inside, outside);
        });
    }
}
