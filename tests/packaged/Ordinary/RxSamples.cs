using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;

namespace Ordinary;

// In the style of the samples of Rx: a method an operator.
public static class RxSamples
{
    private static readonly IObservable<Tick> ticks = new ReplaySubject<Tick>();

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

    public sealed record Tick(string Symbol, double Price, DateTimeOffset At);
}
