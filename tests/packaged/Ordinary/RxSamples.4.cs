using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;

namespace Ordinary;

public static partial class RxSamples
{
    public static async Task Rx73(CancellationToken cancellationToken)
    {
        var source =
            Observable.If(() => DateTime.Now.Hour > 12, Observable.Return("pm"), Observable.Return("am"));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx74(CancellationToken cancellationToken)
    {
        var source =
            Observable.Create<int>(observer => { observer.OnNext(1); observer.OnCompleted(); return Disposable.Empty; });

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx75(CancellationToken cancellationToken)
    {
        var source =
            Observable.Zip(Observable.Range(1, 3), Observable.Range(4, 3)).Select(pair => pair.Sum());

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx76(CancellationToken cancellationToken)
    {
        var source =
            Observable.CombineLatest(Observable.Return(1), Observable.Return(2)).Select(pair => pair.Count);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx77(CancellationToken cancellationToken)
    {
        var source =
            Observable.Repeat(1, 5).Window(2).SelectMany(w => w.Sum());

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }
}
