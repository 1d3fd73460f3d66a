using DetectionKit.Benchmarks.Contestants.Reactive;
using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>A detection over an observable, one event at a time.</summary>
internal sealed class ReactiveDetection<TEvent, TAlert, TOptions>(string name, Detection<TAlert, TOptions> detection, TEvent[] events, RunSettings settings) : IContestant
    where TAlert : class
    where TOptions : class, new()
{
    public string Name => name;

    public void Run(RunProbe probe)
    {
        using var subscription = new EventsObservable<TEvent>(events).Detect(detection, settings: settings).Subscribe(probe.Alerts.Add);
    }
}
