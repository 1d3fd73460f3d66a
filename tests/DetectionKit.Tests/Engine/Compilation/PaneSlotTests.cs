using DetectionKit.Engine;
using DetectionKit.Queries;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Engine;

/// <summary>The aggregates of a pane: which of them share a state, and what is refused.</summary>
public sealed class PaneSlotTests
{
    private static readonly Func<Flow, bool> s_large = c => c.Port > 80;
    private static readonly Func<Flow, int> s_port = c => c.Port;

    [Fact]
    public void Aggregate_that_is_read_twice_has_one_state()
    {
        var once = SlotsOf((w, o) => w.Aggregate(p => p.Sum(c => c.Port)));

        SlotsOf((w, o) => w.Aggregate(p => p.Sum(c => c.Port)).Where(n => n > 1)).StateType.ShouldBe(once.StateType);
        SlotsOf((w, o) => w.Aggregate(p => p.Sum(c => c.Port) + p.Sum(c => c.Port))).StateType.ShouldBe(once.StateType);
        SlotsOf((w, o) => w.Aggregate(p => p.Sum(c => c.Port) + p.Sum(other => other.Port))).StateType.ShouldBe(once.StateType);
        SlotsOf((w, o) => w.Aggregate(p => p.Sum(c => c.Port) + p.Sum(c => c.Port + 1))).StateType.ShouldBe(typeof(Cell<,>).MakeGenericType(once.StateType, once.StateType));
        SlotsOf((w, o) => w.Aggregate(p => p.Sum(c => c.Port) + p.Where(c => c.Port > 80).Sum(c => c.Port))).StateType.ShouldBe(typeof(Cell<,>).MakeGenericType(once.StateType, once.StateType));
    }

    [Fact]
    public void Options_of_parameters_are_those_that_the_aggregates_are_made_of()
    {
        OptionsOf((w, o) => w.Aggregate(p => p.Percentile(c => c.Port, o.Fraction))).ShouldBe(["Fraction"]);
        OptionsOf((w, o) => w.Aggregate(p => p.Percentile(c => c.Port, o.Fraction) + p.Percentile(c => c.Bytes, o.Fraction))).ShouldBe(["Fraction"], "each is said once");
        OptionsOf((w, o) => w.Aggregate(p => p.Where(c => c.Port == o.Port).Sum(c => c.Port + o.Min))).ShouldBeEmpty("what is added may change as a run goes on");
    }

    [Fact]
    public void Delegate_that_is_no_lambda_is_called()
    {
        var flows = new[] { 10, 20, 90 }.Select(port => new Flow(Flows.Bases[0], "a", null, null, port, null, null, null, default, default, default));
        var detection = new FlowDetection<long>("d", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => w.Sum(s_port)));

        flows.Detect(detection).ShouldHaveSingleItem().Value.ShouldBe(120);
    }

    [Fact]
    public void Filter_of_a_pane_that_is_no_lambda_is_refused() =>
        Refusal((w, o) => w.Aggregate(p => p.Where(s_large).Count())).ShouldContain("write the filter of a pane as a lambda: w.Where(c => …)");

    [Fact]
    public void Implementation_that_is_no_aggregate_is_refused() =>
        Refusal((w, o) => w.Aggregate(p => p.Nothing())).ShouldBe("Nothing: Object is no aggregate: implement IAggregate<TValue, TState, TResult>.");

    [Fact]
    public void Implementation_that_the_parameters_do_not_make_is_refused()
    {
        Refusal((w, o) => w.Aggregate(p => p.Scaled(c => c.Port, 2, "x"))).ShouldBe("Scaled: ScaledSum has no public constructor (Int32, String).");
        Refusal((w, o) => w.Aggregate(p => p.Unscaled(c => c.Port))).ShouldBe("Unscaled: ScaledSum has no public constructor ().");
    }

    private static string Refusal(Func<Windowed<string?, Flow>, FlowOptions, DetectionQuery<int>> query) => Should.Throw<NotSupportedException>(() => SlotsOf(query)).Message;

    private static PaneSlots SlotsOf<T>(Func<Windowed<string?, Flow>, FlowOptions, DetectionQuery<T>> query) => new(Plan(query).Stages.OfType<AggregateNode>().Single());

    private static IReadOnlyList<string> OptionsOf<T>(Func<Windowed<string?, Flow>, FlowOptions, DetectionQuery<T>> query)
    {
        var plan = Plan(query);
        return [.. new PaneSlots(plan.Stages.OfType<AggregateNode>().Single()).ParameterOptions(plan.Options)];
    }

    private static DetectionPlan Plan<T>(Func<Windowed<string?, Flow>, FlowOptions, DetectionQuery<T>> query) =>
        new FlowDetection<T>("slots", (events, o) => query(events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)), o)).Plan;
}
