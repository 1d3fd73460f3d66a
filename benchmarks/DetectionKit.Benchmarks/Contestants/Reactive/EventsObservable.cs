using System.Reactive.Disposables;

namespace DetectionKit.Benchmarks.Contestants.Reactive;

/// <summary>
/// A source that hands its events over one at a time and costs no more than the call: ToObservable schedules each, which would be charged to every contestant that reads it.
/// </summary>
internal sealed class EventsObservable<T>(T[] events) : IObservable<T>
{
    public IDisposable Subscribe(IObserver<T> observer)
    {
        foreach (var e in events) observer.OnNext(e);
        observer.OnCompleted();
        return Disposable.Empty;
    }
}
