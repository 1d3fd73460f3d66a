using DetectionKit.Engine;
using DetectionKit.Queries;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Engine;

/// <summary>Which windows count the same, so that plans that run together share their state.</summary>
public sealed class SharedWindowsTests
{
    private static readonly ExpressionIdentity s_counts = IdentityOf((events, o) => Counts(events.Where(c => c.Port == o.Port), o))!;

    private delegate DetectionQuery<object> Query(Events<Flow> events, FlowOptions o);

    public static TheoryData<string, object> Sharing => new()
    {
        { "what is made of it", Shared((events, o) => events.Where(c => c.Port == o.Port).GroupBy(c => new { c.Host, c.User }).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { Times = w.Count(), w.Key.Host }).Select(x => (object)x)) },
        { "conditions on windows", Shared((events, o) => Counts(events.Where(c => c.Port == o.Port), o).Where(x => x != null)) },
        { "tiers", Shared((events, o) => Counts(events.Where(c => c.Port == o.Port), o).Tier(FlowRisk.High, x => x != null).Otherwise(FlowRisk.Low).Select((x, risk) => (object)risk)) },
        { "names of parameters", Shared((events, o) => Counts(events.Where(other => other.Port == o.Port), o)) },
        { "an option of another name with its value", Shared((events, o) => events.Where(c => c.Port == o.Port).GroupBy(c => new { c.Host, c.User }).Window(w => w.Tumbling(o.Quiet)).Aggregate(w => (object)w.Count()), new() { Quiet = new FlowOptions().Window }) },
    };

    public static TheoryData<string, object> Apart => new()
    {
        { "no filter", Shared(Counts) },
        { "two filters", Shared((events, o) => Counts(events.Where(c => c.Port == o.Port).Where(c => c.Port == o.Port), o)) },
        { "another filter", Shared((events, o) => Counts(events.Where(c => c.Port != o.Port), o)) },
        { "another value of an option of the filter", Shared((events, o) => Counts(events.Where(c => c.Port == o.Port), o), new() { Port = 80 }) },
        { "another value of an option of the window", Shared((events, o) => Counts(events.Where(c => c.Port == o.Port), o), new() { Window = TimeSpan.FromMinutes(61) }) },
        { "another kind of window", Shared((events, o) => events.Where(c => c.Port == o.Port).GroupBy(c => new { c.Host, c.User }).Window(w => w.Session(o.Window, o.Window)).Aggregate(w => (object)w.Count())) },
        { "a part less in the key", Shared((events, o) => events.Where(c => c.Port == o.Port).GroupBy(c => new { c.Host }).Window(w => w.Tumbling(o.Window)).Aggregate(w => (object)w.Count())) },
        { "another name in the key", Shared((events, o) => events.Where(c => c.Port == o.Port).GroupBy(c => new { Computer = c.Host, c.User }).Window(w => w.Tumbling(o.Window)).Aggregate(w => (object)w.Count())) },
        { "another member under a name of the key", Shared((events, o) => events.Where(c => c.Port == o.Port).GroupBy(c => new { Host = c.User, c.User }).Window(w => w.Tumbling(o.Window)).Aggregate(w => (object)w.Count())) },
        { "another aggregate", Shared((events, o) => events.Where(c => c.Port == o.Port).GroupBy(c => new { c.Host, c.User }).Window(w => w.Tumbling(o.Window)).Aggregate(w => (object)w.CountDistinct(c => c.Port))) },
        { "an aggregate more", Shared((events, o) => events.Where(c => c.Port == o.Port).GroupBy(c => new { c.Host, c.User }).Window(w => w.Tumbling(o.Window)).Aggregate(w => (object)(w.Count() + w.Sum(c => c.Port)))) },
        { "a part of the window", Shared((events, o) => events.Where(c => c.Port == o.Port).GroupBy(c => new { c.Host, c.User }).Window(w => w.Tumbling(o.Window)).Aggregate(w => (object)w.Where(c => c.Bytes > 0).Count())) },
        { "rows of another type", Shared((events, o) => events.Where(c => c.Port == o.Port).Select(c => new { c.Host, c.User }).GroupBy(c => new { c.Host, c.User }).Window(w => w.Tumbling(o.Window)).Aggregate(w => (object)w.Count())) },
    };

    public static TheoryData<string, object> Alone => new()
    {
        { "windows at every event", Shared((events, o) => events.GroupBy(c => c.Host).Window(w => w.Sliding(o.Window)).Aggregate(w => (object)w.Count())) },
        { "merged rows", Shared((events, o) => Counts(events.Merge(events.Where(c => c.Port == 80)), o)) },
        { "merged windows", Shared((events, o) => Counts(events.Where(c => c.Port == 443), o).Merge(Counts(events, o))) },
        { "distinct rows", Shared((events, o) => Counts(events.Distinct(c => c.Host, () => o.Quiet), o)) },
        { "windows of windows", Shared((events, o) => Counts(events, o).GroupBy(x => 1).Window(w => w.Tumbling(o.Window)).Aggregate(w => (object)w.Count())) },
        { "rows with tiers", Shared((events, o) => events.Tier(FlowRisk.High, c => c.Port == 80).Select((c, risk) => new { c.Host, risk }).GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => (object)w.Count())) },
        { "windows of which one is joined", Shared((events, o) => Counts(events, o).Join(events.Latest(), x => 1, e => 1, (x, e) => x)) },
    };

    [Theory]
    [MemberData(nameof(Sharing))]
    public void Windows_that_differ_in_what_is_after_them_are_one(string what, object identity) => (identity as ExpressionIdentity).ShouldNotBeNull(what).Same(s_counts).ShouldBeTrue(what);

    [Theory]
    [MemberData(nameof(Apart))]
    public void Windows_that_count_something_else_are_several(string what, object identity) => (identity as ExpressionIdentity).ShouldNotBeNull(what).Same(s_counts).ShouldBeFalse(what);

    [Theory]
    [MemberData(nameof(Alone))]
    public void Windows_whose_evidence_is_their_own_have_no_identity(string what, object identity) => identity.ShouldBe(s_none, what);

    private static readonly object s_none = new();

    [Fact]
    public void Aggregates_of_other_values_or_parameters_are_several()
    {
        ExpressionIdentity?[] all =
        [
            IdentityOf((events, o) => Over(events, o).Aggregate(w => (object)w.Percentile(c => c.Port, 0.5))),
            IdentityOf((events, o) => Over(events, o).Aggregate(w => (object)w.Percentile(c => c.Port, 0.9))),
            IdentityOf((events, o) => Over(events, o).Aggregate(w => (object)w.Percentile(c => c.Port + 1, 0.9))),
            IdentityOf((events, o) => Over(events, o).Aggregate(w => (object)w.Where(c => c.Port > 80).Percentile(c => c.Port, 0.9))),
            IdentityOf((events, o) => Over(events, o).Aggregate(w => (object)w.Where(c => c.Port > 80).Where(c => c.Port < 90).Percentile(c => c.Port, 0.9))),
            IdentityOf((events, o) => Over(events, o).Aggregate(w => (object)w.Sum(c => c.Port))),
            IdentityOf((events, o) => Over(events, o).Aggregate(w => (object)w.Sum(s_port))),
            IdentityOf((events, o) => Over(events, o).Aggregate(w => (object)w.Sum(s_length))),
        ];

        for (var i = 0; i < all.Length; i++)
        {
            for (var j = 0; j < i; j++) all[i].ShouldNotBeNull().Same(all[j].ShouldNotBeNull()).ShouldBeFalse($"{i} and {j}");
        }

        static Windowed<string?, Flow> Over(Events<Flow> events, FlowOptions o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window));
    }

    private static readonly Func<Flow, int> s_port = c => c.Port, s_length = c => c.Port.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    [Fact]
    public void Find_returns_the_stage_of_an_equal_identity()
    {
        var shared = new SharedWindows();
        var stage = new OutputOperator<int>(new() { Id = "x", Title = "x" }, () => "", new(), []) { Lateness = 0, Delay = 0 };
        shared.Find(s_counts).ShouldBeNull();

        shared.Add(s_counts, stage);

        shared.Find(IdentityOf((events, o) => Counts(events.Where(c => c.Port == o.Port), o))!).ShouldBe(stage);
        shared.Find(IdentityOf(Counts)!).ShouldBeNull();
    }

    private static DetectionQuery<object> Counts(DetectionQuery<Flow> events, FlowOptions o) =>
        events.GroupBy(c => new { c.Host, c.User }).Window(w => w.Tumbling(o.Window)).Aggregate(w => (object)w.Count());

    private static object Shared(Query query, FlowOptions? options = null) => (object?)IdentityOf(query, options) ?? s_none;

    private static ExpressionIdentity? IdentityOf(Query query, FlowOptions? options = null)
    {
        options ??= new();
        var plan = new FlowDetection<object>("shared", (events, o) => query(events, o)).Plan;
        var node = plan.Stages.OfType<AggregateNode>().Last();
        return SharedWindows.IdentityOf(plan, node, WindowCode.Of(plan, node, options), new(node.Key?.Lambda), new(node), options);
    }
}
