using CsCheck;

namespace DetectionKit.Tests.Properties;

public sealed class InterpretationTests
{
    public static TheoryData<string> Names => QueryCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Engine_in_any_order_equals_the_interpreter(string name)
    {
        var query = QueryCases.Anew(name);
        Gen.Select(Flows.Stream(60), Gen.OneOf(1, 7, 1024)).Sample((flows, batch) =>
        {
            var made = query.Batch(flows, new() { BatchSize = batch });
            var expected = query.Interpret(flows);
            made.Report.FaultyEvents.ShouldBe(0);
            InOrder(made.Alerts).ShouldBe(InOrder(expected));
            made.Alerts.Select(Place).ShouldBe(expected.Select(Place));
        }, iter: Iterations.Of(60));
    }

    [Fact]
    public void Engine_over_random_plans_equals_the_interpreter() =>
        Gen.Select(PlanChoice.Any, Flows.Stream(60), Gen.OneOf(1, 7, 1024)).Sample((choice, flows, batch) =>
        {
            var query = RandomPlan.Of(choice);
            var expected = query.Interpret(flows);
            Outcome[] outcomes = [query.Batch(flows, new() { BatchSize = batch }), query.DictionaryColumns(flows, new() { BatchSize = batch })];
            foreach (var made in outcomes)
            {
                made.Report.FaultyEvents.ShouldBe(0);
                InOrder(made.Alerts).ShouldBe(InOrder(expected));
                made.Alerts.Select(Place).ShouldBe(expected.Select(Place));
            }
        }, iter: Iterations.Of(200));

    // Alerts at one time without a pane, or of panes of one key, have an order by content that the interpreter does not know.
    private static IEnumerable<string> InOrder(IEnumerable<AlertView> alerts) => alerts.OrderBy(a => a.End).ThenBy(a => a.Text, StringComparer.Ordinal).Select(a => a.Text);

    private static string Place(AlertView alert) => $"{alert.End} {alert.Key}";
}
