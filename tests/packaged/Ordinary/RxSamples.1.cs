using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;

namespace Ordinary;

public static partial class RxSamples
{
    public static async Task Rx1(CancellationToken cancellationToken)
    {
        var source =
            Observable.Range(1, 10).Where(n => n % 2 == 0);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx2(CancellationToken cancellationToken)
    {
        var source =
            Observable.Range(1, 10).Select(n => n * n);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx3(CancellationToken cancellationToken)
    {
        var source =
            Observable.Return(42).Concat(Observable.Empty<int>());

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx4(CancellationToken cancellationToken)
    {
        var source =
            Observable.Never<int>().TakeUntil(Observable.Timer(TimeSpan.FromMilliseconds(1)));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx5(CancellationToken cancellationToken)
    {
        var source =
            Observable.Interval(TimeSpan.FromMilliseconds(1)).Take(5);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx6(CancellationToken cancellationToken)
    {
        var source =
            Observable.Interval(TimeSpan.FromMilliseconds(1)).Timestamp().Take(5);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx7(CancellationToken cancellationToken)
    {
        var source =
            Observable.Interval(TimeSpan.FromMilliseconds(1)).TimeInterval().Take(5);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx8(CancellationToken cancellationToken)
    {
        var source =
            Observable.Timer(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(1)).Take(5);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx9(CancellationToken cancellationToken)
    {
        var source =
            Observable.Generate(0, i => i < 10, i => i + 1, i => i * i);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx10(CancellationToken cancellationToken)
    {
        var source =
            Observable.Generate(0, i => i < 5, i => i + 1, i => i, i => TimeSpan.FromMilliseconds(i));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx11(CancellationToken cancellationToken)
    {
        var source =
            ticks.Buffer(TimeSpan.FromSeconds(5)).Select(buffer => buffer.Count);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx12(CancellationToken cancellationToken)
    {
        var source =
            ticks.Buffer(10, 5).Where(buffer => buffer.Count >= 1);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx13(CancellationToken cancellationToken)
    {
        var source =
            ticks.Window(TimeSpan.FromMinutes(1)).SelectMany(window => window.Count());

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx14(CancellationToken cancellationToken)
    {
        var source =
            ticks.Window(TimeSpan.FromMinutes(1)).SelectMany(window => window.Average(t => t.Price));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx15(CancellationToken cancellationToken)
    {
        var source =
            ticks.GroupBy(t => t.Symbol).SelectMany(g => g.Count().Select(count => (g.Key, count)));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx16(CancellationToken cancellationToken)
    {
        var source =
            ticks.GroupBy(t => t.Symbol).SelectMany(g => g.Buffer(2, 1).Where(b => b.Count == 2).Select(b => b[1].Price - b[0].Price));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx17(CancellationToken cancellationToken)
    {
        var source =
            ticks.GroupBy(t => t.At).SelectMany(g => g.Window(TimeSpan.FromHours(1)).SelectMany(w => w.Count()));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx18(CancellationToken cancellationToken)
    {
        var source =
            from tick in ticks group tick by tick.Symbol into company from pair in company.Buffer(2, 1) let change = (pair[1].Price - pair[0].Price) / pair[0].Price where Math.Abs(change) > 0.1 select (company.Key, change);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx19(CancellationToken cancellationToken)
    {
        var source =
            ticks.Scan(0.0, (total, t) => total + t.Price);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx20(CancellationToken cancellationToken)
    {
        var source =
            ticks.Aggregate(0.0, (total, t) => total + t.Price);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx21(CancellationToken cancellationToken)
    {
        var source =
            ticks.Throttle(TimeSpan.FromMilliseconds(500));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx22(CancellationToken cancellationToken)
    {
        var source =
            ticks.Sample(TimeSpan.FromSeconds(1));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx23(CancellationToken cancellationToken)
    {
        var source =
            ticks.DistinctUntilChanged(t => t.Symbol);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx24(CancellationToken cancellationToken)
    {
        var source =
            ticks.Distinct(t => t.Symbol);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }
}
