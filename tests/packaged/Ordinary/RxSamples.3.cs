using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;

namespace Ordinary;

public static partial class RxSamples
{
    public static async Task Rx49(CancellationToken cancellationToken)
    {
        var source =
            ticks.SkipWhile(t => t.Price < 5);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx50(CancellationToken cancellationToken)
    {
        var source =
            ticks.TakeWhile(t => t.Price < 500);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx51(CancellationToken cancellationToken)
    {
        var source =
            ticks.ElementAt(2);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx52(CancellationToken cancellationToken)
    {
        var source =
            ticks.FirstAsync(t => t.Price > 1);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx53(CancellationToken cancellationToken)
    {
        var source =
            ticks.LastOrDefaultAsync();

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx54(CancellationToken cancellationToken)
    {
        var source =
            ticks.Publish(shared => shared.Zip(shared.Skip(1), (a, b) => b.Price - a.Price));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx55(CancellationToken cancellationToken)
    {
        var source =
            ticks.Replay(shared => shared.Concat(shared));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx56(CancellationToken cancellationToken)
    {
        var source =
            ticks.Materialize().Dematerialize();

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx57(CancellationToken cancellationToken)
    {
        var source =
            ticks.Select(t => Observable.Return(t.Price)).Switch();

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx58(CancellationToken cancellationToken)
    {
        var source =
            ticks.Select(t => Observable.Return(t.Price)).Merge(2);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx59(CancellationToken cancellationToken)
    {
        var source =
            ticks.SelectMany(t => Task.FromResult(t.Price));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx60(CancellationToken cancellationToken)
    {
        var source =
            ticks.Join(ticks, _ => Observable.Timer(TimeSpan.FromSeconds(1)), _ => Observable.Timer(TimeSpan.FromSeconds(1)), (a, b) => (a.Symbol, b.Symbol));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx61(CancellationToken cancellationToken)
    {
        var source =
            ticks.GroupJoin(ticks, _ => Observable.Never<Unit>(), _ => Observable.Empty<Unit>(), (a, bs) => bs.Count());

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx62(CancellationToken cancellationToken)
    {
        var source =
            ticks.ToLookup(t => t.Symbol).Select(lookup => lookup.Count);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx63(CancellationToken cancellationToken)
    {
        var source =
            ticks.ToDictionary(t => t.At).Select(d => d.Count);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx64(CancellationToken cancellationToken)
    {
        var source =
            ticks.ToList().Select(list => list.Count);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx65(CancellationToken cancellationToken)
    {
        var source =
            ticks.ObserveOn(TaskPoolScheduler.Default);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx66(CancellationToken cancellationToken)
    {
        var source =
            ticks.SubscribeOn(NewThreadScheduler.Default);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx67(CancellationToken cancellationToken)
    {
        var source =
            ticks.Expand(t => t.Price > 1 ? Observable.Return(t with { Price = t.Price / 2 }) : Observable.Empty<Tick>());

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx68(CancellationToken cancellationToken)
    {
        var source =
            ticks.Let(source => source.Where(t => t.Price > 1));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx69(CancellationToken cancellationToken)
    {
        var source =
            Observable.Using(() => new System.IO.StringReader("a"), reader => Observable.Return(reader.ReadToEnd()));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx70(CancellationToken cancellationToken)
    {
        var source =
            Observable.FromAsync(() => Task.FromResult(5));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx71(CancellationToken cancellationToken)
    {
        var source =
            Observable.Start(() => Environment.TickCount64);

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }

    public static async Task Rx72(CancellationToken cancellationToken)
    {
        var source =
            Observable.Defer(() => Observable.Return(Guid.NewGuid()));

        using var subscription = source.Subscribe(
            value => Console.WriteLine($"OnNext {value}"),
            error => Console.WriteLine($"OnError {error.Message}"),
            () => Console.WriteLine("OnCompleted"));

        await Task.Delay(10, cancellationToken);
    }
}
