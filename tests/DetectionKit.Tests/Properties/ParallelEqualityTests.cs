using CsCheck;

namespace DetectionKit.Tests.Properties;

public sealed class ParallelEqualityTests
{
    private static readonly Gen<Flow[]> s_flows = Gen.OneOf(
        Flows.DisorderedWithin(60, TimeSpan.FromTicks(1)), Flows.DisorderedWithin(60, TimeSpan.FromHours(1)), Flows.DisorderedWithin(60, TimeSpan.FromHours(2)), Flows.Disordered(60, TimeSpan.FromMinutes(30)));

    private static readonly Gen<RunSettings> s_settings = AnyRunSettings.Of(
        Gen.OneOf(Disorder.Any, Disorder.None, Disorder.Within(TimeSpan.FromMinutes(20)), Disorder.Within(TimeSpan.FromHours(9))), Gen.OneOf(1, 2, 7), Gen.OneOf(1, 2, 7, 24));

    public static TheoryData<string> Names => QueryCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Array_on_several_cores_gives_what_it_gives_on_one(string name)
    {
        var query = QueryCases.Named(name);
        Gen.Select(s_flows, s_settings).Sample((flows, settings) =>
        {
            var expected = query.Array(flows, settings);
            foreach (var degree in new[] { 2, 3 })
            {
                var made = query.Array(flows, settings with { MaxDegreeOfParallelism = degree });
                made.Identified.ShouldBe(expected.Identified);
                made.Counters.ShouldBe(expected.Counters);
                made.Report.LateSample.Select(LateText).Order().ShouldBe(expected.Report.LateSample.Select(LateText).Order());
            }
        }, iter: Iterations.Of(25));
    }

    private static string LateText(LateEvent late) => $"{late.Event} {late.Time:O} {late.Watermark:O}";
}
