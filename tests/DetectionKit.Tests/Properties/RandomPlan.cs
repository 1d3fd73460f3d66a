using System.Linq.Expressions;

namespace DetectionKit.Tests.Properties;

/// <summary>Makes a plan of a choice: any filters, any key, any window, any three aggregates, and any of the stages that may follow.</summary>
internal static class RandomPlan
{
    internal static QueryCase Of(PlanChoice choice) =>
        new QueryCase<Flow, Totals, FlowOptions>(choice.ToString(), new FlowDetection<Totals>("random", (events, o) => Query(events, o, choice)), flow => flow);

    private static DetectionQuery<Totals> Query(Events<Flow> events, FlowOptions o, PlanChoice choice)
    {
        DetectionQuery<Flow> rows = events;
        foreach (var filter in choice.Filters) rows = rows.Where(Pick(Filters(o), filter));
        if (choice.Memory % 5 == 0) rows = rows.Distinct(c => new { c.Host, c.Port }, () => o.Quiet);
        var totals = rows.GroupBy(Pick(Keys(), choice.Key)).Window(Pick(Windows(o), choice.Window)).Aggregate(Result([.. choice.Aggregates.Select(number => Pick(Aggregates(o), number))]));
        if (choice.HasThreshold) totals = totals.Where(t => t.First >= o.Min || t.Second < t.Third);
        if (choice.HasTiers) totals = totals.Tier(FlowRisk.High, t => t.First >= o.High).Otherwise(FlowRisk.Low).Select((t, risk) => new Totals(t.Key, t.First, t.Second, (double)risk));
        if (choice.IsCountedAgain)
            totals = totals.GroupBy(t => t.Key).Window(w => w.Tumbling(TimeSpan.FromHours(3))).Aggregate(w => new Totals(w.Key, w.Count(), w.Max(t => t.First), w.Sum(t => t.Second)));
        return choice.Memory % 5 == 1 ? totals.Suppress(t => t.Key, () => o.Window) : totals;
    }

    private static T Pick<T>(IReadOnlyList<T> all, int number) => all[number % all.Count];

    private static List<Expression<Func<Flow, bool>>> Filters(FlowOptions o) =>
    [
        c => c.Port == o.Port,
        c => !o.Networks.Contains(c.Address),
        c => c.Host != null && c.User != "B",
        c => c.Bytes > 0 || c.Score > 1 || c.Port == 443,
        c => c.Kind != FlowKind.Udp && c.Port < 9000,
        c => c.Host == null || c.Host.EndsWith("a", StringComparison.OrdinalIgnoreCase) == (c.Port != 80),
        c => !(c.User == null) && (c.Cost ?? 1m) > 0.1m,
    ];

    private static List<Expression<Func<Flow, ValueTuple<string?, int>>>> Keys() =>
    [
        c => ValueTuple.Create(c.Host, c.Port),
        c => ValueTuple.Create(c.User, 0),
        c => ValueTuple.Create(c.Host, (int)c.Kind),
        c => ValueTuple.Create(c.Address == null ? null : c.Address.ToString(), c.Port % 2),
        c => ValueTuple.Create((c.Host ?? "-") + c.User, 1),
    ];

    private static List<Expression<Func<WindowKinds, WindowSpec>>> Windows(FlowOptions o) =>
    [
        w => w.Tumbling(o.Window),
        w => w.Hopping(o.Window, o.Hop),
        w => w.Hopping(o.Hop, o.Window),
        w => w.Sliding(o.Quiet),
        w => w.Session(o.Hop, o.Window),
        w => w.Tumbling(TimeSpan.FromMinutes(5)),
    ];

    private static List<Expression<Func<Pane<ValueTuple<string?, int>, Flow>, double>>> Aggregates(FlowOptions o) =>
    [
        w => w.Count(),
        w => w.CountDistinct(c => c.User),
        w => w.CountDistinct(c => c.Address),
        w => (double)w.Sum(c => c.Cost ?? 0m),
        w => w.Max(c => c.Port) - w.Min(c => c.Port),
        w => w.Average(c => c.Score),
        w => w.Percentile(c => c.Score, o.Fraction),
        w => w.Where(c => c.Port == o.Port).Count() / (double)w.Count(),
        w => w.StandardDeviation(c => c.Bytes),
        w => w.Duration.TotalMinutes,
        w => w.First(c => c.Port) + (w.Last(c => c.Port) * 2),
    ];

    private static Expression<Func<Pane<ValueTuple<string?, int>, Flow>, Totals>> Result(Expression<Func<Pane<ValueTuple<string?, int>, Flow>, double>>[] aggregates)
    {
        var pane = Expression.Parameter(typeof(Pane<ValueTuple<string?, int>, Flow>), "w");
        Expression<Func<Pane<ValueTuple<string?, int>, Flow>, string>> key = w => w.Key.Item1 + "/" + w.Key.Item2;
        var arguments = aggregates.Prepend<LambdaExpression>(key).Select(part => new Replacing(part.Parameters[0], pane).Visit(part.Body));
        return Expression.Lambda<Func<Pane<ValueTuple<string?, int>, Flow>, Totals>>(Expression.New(typeof(Totals).GetConstructors()[0], arguments), pane);
    }

    private sealed class Replacing(ParameterExpression old, Expression replacement) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == old ? replacement : node;
    }
}
