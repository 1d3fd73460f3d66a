using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;

namespace Ordinary;

public static partial class RxSamples
{
    public static async Task Rx25(CancellationToken cancellationToken)
    {
        var source =
            ticks.Select(t => t.Price).Min();

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx26(CancellationToken cancellationToken)
    {
        var source =
            ticks.Select(t => t.Price).Max();

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx27(CancellationToken cancellationToken)
    {
        var source =
            ticks.Any(t => t.Price > 100);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx28(CancellationToken cancellationToken)
    {
        var source =
            ticks.All(t => t.Price > 0);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx29(CancellationToken cancellationToken)
    {
        var source =
            ticks.Count(t => t.Price >= 1);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx30(CancellationToken cancellationToken)
    {
        var source =
            ticks.Skip(1).Zip(ticks, (next, previous) => next.Price - previous.Price);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx31(CancellationToken cancellationToken)
    {
        var source =
            ticks.CombineLatest(Observable.Return(2.0), (t, factor) => t.Price * factor);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx32(CancellationToken cancellationToken)
    {
        var source =
            ticks.WithLatestFrom(Observable.Return("EUR"), (t, currency) => (t.Symbol, currency));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx33(CancellationToken cancellationToken)
    {
        var source =
            ticks.Merge(ticks.Delay(TimeSpan.FromMilliseconds(10)));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx34(CancellationToken cancellationToken)
    {
        var source =
            ticks.Concat(Observable.Empty<Tick>());

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx35(CancellationToken cancellationToken)
    {
        var source =
            ticks.Amb(Observable.Never<Tick>());

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx36(CancellationToken cancellationToken)
    {
        var source =
            ticks.StartWith(new Tick("NONE", 0, DateTimeOffset.UnixEpoch));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx37(CancellationToken cancellationToken)
    {
        var source =
            ticks.Catch((Exception e) => Observable.Empty<Tick>());

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx38(CancellationToken cancellationToken)
    {
        var source =
            ticks.Retry(3);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx39(CancellationToken cancellationToken)
    {
        var source =
            ticks.Finally(() => Console.WriteLine("done"));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx40(CancellationToken cancellationToken)
    {
        var source =
            ticks.Do(t => Console.WriteLine(t.Symbol));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx41(CancellationToken cancellationToken)
    {
        var source =
            ticks.Where(t => t.At > DateTimeOffset.UtcNow.AddHours(-1));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx42(CancellationToken cancellationToken)
    {
        var source =
            ticks.Where(t => t.Symbol.EndsWith("chrome.exe") || t.Symbol == "A");

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx43(CancellationToken cancellationToken)
    {
        var source =
            ticks.Where(t => t.Price == 0.5 || t.Price > 12);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx44(CancellationToken cancellationToken)
    {
        var source =
            ticks.Where(t => t.Price > 12).Where(t => t.Price > 10);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx45(CancellationToken cancellationToken)
    {
        var source =
            ticks.Where(t => t.Price > 12).Where(t => t.Price < 10);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx46(CancellationToken cancellationToken)
    {
        var source =
            ticks.Timeout(TimeSpan.FromSeconds(5), Observable.Empty<Tick>());

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx47(CancellationToken cancellationToken)
    {
        var source =
            ticks.TakeLast(3);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx48(CancellationToken cancellationToken)
    {
        var source =
            ticks.SkipLast(3);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }
}
