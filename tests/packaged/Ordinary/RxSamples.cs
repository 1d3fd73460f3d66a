using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;

namespace Ordinary;

// In the style of the samples of Rx: a method an operator.
public static partial class RxSamples
{
    private static readonly IObservable<Tick> ticks = new ReplaySubject<Tick>();

    public sealed record Tick(string Symbol, double Price, DateTimeOffset At);
}
