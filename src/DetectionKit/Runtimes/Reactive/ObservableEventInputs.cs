using System.Diagnostics.CodeAnalysis;
using System.Reactive;
using System.Reactive.Disposables;
using System.Reactive.Linq;

namespace DetectionKit;

/// <summary>Observables of events of several types, for a detection over more than one source. They are merged as their events arrive, one at a time.</summary>
public sealed class ObservableEventInputs
{
    private readonly List<Func<IPushTarget, Action, IObserver<Unit>, object, IDisposable>> _inputs = [];

    /// <summary>Adds the events of one type.</summary>
    /// <returns>This object.</returns>
    public ObservableEventInputs Add<T>(IObservable<T> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _inputs.Add((target, afterStep, errors, gate) => events.Synchronize(gate).SubscribeSafe(Observer.Create<T>(
            e => { target.Push(e); afterStep(); },
            errors.OnError,
            () => { target.Complete<T>(); afterStep(); errors.OnNext(Unit.Default); })));
        return this;
    }

    /// <summary>The alerts of a detection over the inputs.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <param name="settings">The settings of the run; null for the defaults: a tolerance of 10 minutes.</param>
    /// <param name="report">Where the run counts; null when nobody looks.</param>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public IObservable<Alert<TAlert>> Detect<TAlert, TOptions>(Detection<TAlert, TOptions> detection, TOptions? options = null, RunSettings? settings = null, RunReport? report = null)
        where TOptions : class, new()
    {
        Func<DetectionRun<TAlert, TOptions>> start = () => detection.Start(options, settings, report, Disorder.StreamDefault);
        var first = start();
        return Observable.Create<Alert<TAlert>>(observer =>
        {
            var run = Interlocked.Exchange(ref first, null) ?? start();
            var target = new PushTarget<TAlert, TOptions>(run);
            var gate = new object();
            var open = _inputs.Count;
            void Send()
            {
                foreach (var alert in target.Take()) observer.OnNext(alert);
            }

            // OnNext says that an input has ended.
            var ends = Observer.Create<Unit>(
                _ =>
                {
                    if (--open > 0) return;
                    foreach (var alert in run.Complete()) observer.OnNext(alert);
                    observer.OnCompleted();
                },
                observer.OnError);
            return new CompositeDisposable(_inputs.Select(input => input(target, Send, ends, gate)));
        });
    }
}
