using DetectionKit.Analyzers.Rules.UnboundedCollection;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.UnboundedCollection;

namespace DetectionKit.Analyzers.Tests.Rules.UnboundedCollection;

public sealed class UnboundedCollectionTests
{
    [Fact]
    public Task Reports_a_limit_that_is_none() => RuleTest.ExpectsAsync<UnboundedCollectionAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.DistinctValues(c => c.RemotePort, {|DK2003:int.MaxValue|}))
        """));

    [Fact]
    public Task Stays_silent_at_a_limit() => RuleTest.ExpectsAsync<UnboundedCollectionAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.DistinctValues(c => c.RemotePort, 100))
        """));

    [Fact]
    public Task Reports_an_aggregate_of_ones_own_that_collects() => RuleTest.ExpectsAsync<UnboundedCollectionAnalyzer>(Aggregate("") + Prelude.Detection(OfOnesOwn("{|DK2003:new Keep()|}")));

    [Fact]
    public Task Stays_silent_at_one_that_is_bounded() => RuleTest.ExpectsAsync<UnboundedCollectionAnalyzer>(
        Aggregate(", IBoundedAggregate") + Prelude.Detection(OfOnesOwn("new Keep()")));

    [Fact]
    public Task Fix_writes_a_limit() => RuleTest.FixesAsync<UnboundedCollectionAnalyzer, UnboundedCollectionFix>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.DistinctValues(c => c.RemotePort, {|DK2003:int.MaxValue|}))
        """),
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.DistinctValues(c => c.RemotePort, 100))
        """));

    private static string OfOnesOwn(string aggregate) => $"events.GroupBy(c => c.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => (object)w.Aggregate({aggregate}, c => c.RemotePort))";

    private static string Aggregate(string bounded) => $$"""
        public struct Kept
        {
            public List<int> Values;
        }

        public sealed class Keep : IAggregate<int, Kept, int>{{bounded}}
        {
            public int MaxDistinctValues { get; set; }

            public long RefusedValues => 0;

            public void Add(ref Kept state, int value, long time) => (state.Values ??= []).Add(value);

            public void Merge(ref Kept into, ref Kept from) => into.Values.AddRange(from.Values);

            public int Result(ref Kept state) => state.Values.Count;

            public long SizeOf(ref Kept state) => 4 * state.Values.Count;

            public void Write(ref Kept state, System.IO.BinaryWriter writer) => writer.Write(state.Values.Count);

            public Kept Read(System.IO.BinaryReader reader) => new() { Values = [reader.ReadInt32()] };
        }


        """;
}
