using System.Reflection;
using DetectionKit.Engine;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>What the engine reads of each source, asked of the engine's own builder, so that the explanation can't differ from the run.</summary>
internal sealed class SourceReads<TPlanOptions>(SourceNode source, PlanConsumers consumers, IReadOnlyDictionary<PlanNode, int> numbers) : ISourceEdges
    where TPlanOptions : class
{
    private const string Whole = "*";
    private readonly SortedSet<string> _reads = new(source.Time.Reads, StringComparer.Ordinal);
    private readonly List<string> _keepers = [];

    internal static IReadOnlyList<SourceExplanation> Of(DetectionPlan plan, TPlanOptions options, IReadOnlyDictionary<PlanNode, int> numbers)
    {
        var consumers = new PlanConsumers(plan);
        var sources = plan.Sources.ToDictionary(source => source.RowType, source => new SourceReads<TPlanOptions>(source, consumers, numbers));
        var builder = new EngineBuilder<TPlanOptions>(plan, new(options, RunSettings.Default, new()), source => sources[source.RowType], null);
        builder.GetType().GetMethod(nameof(EngineBuilder<TPlanOptions>.Connect), BindingFlags.Instance | BindingFlags.NonPublic)!
            .Invoke(builder, BindingFlags.DoNotWrapExceptions, null, [plan.Root, Array.Empty<PlanNode>(), OutputOf(plan.Root.RowType), ""], null);
        return [.. sources.Values.Select(reads => reads.Explain())];
    }

    public void Add<TOptions>(EngineBuilder<TOptions> builder, PlanNode[] chain, EdgeTarget target, string path)
        where TOptions : class
    {
        var reads = (IReadOnlySet<string>)typeof(EngineBuilder<TOptions>).GetMethod(nameof(EngineBuilder<TOptions>.ReadsOf), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(source.RowType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [chain, target], null)!;
        _reads.UnionWith(reads);
        if (reads.Contains(Whole)) _keepers.Add(target.Name);
    }

    private static OutputTarget OutputOf(Type row) =>
        (OutputTarget)typeof(SourceReads<TPlanOptions>).GetMethod(nameof(MakeOutput), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(row).Invoke(null, null)!;

    private static OutputTarget MakeOutput<TAlert>() => new(new OutputOperator<TAlert>(new() { Id = "explanation", Title = "explanation" }, () => "", new(), []) { Lateness = 0, Delay = 0 });

    private SourceExplanation Explain()
    {
        var uses = Uses();
        var members = _reads.Where(name => name != Whole)
            .Select(name => new MemberExplanation(name, ContentShape.TypeOf(EventMembers.Find(source.RowType, name)!), uses.GetValueOrDefault(name) ?? [], EventMembers.IsComputed(source.RowType, name)))
            .ToList();
        var computed = members.Where(member => member.IsComputed)
            .Select(member => $"{member.Name} is computed: {TypeText.Of(source.RowType)} has neither a setter nor a constructor parameter for it");
        return new(source.RowType, ExpressionText.Of(source.Time.Lambda), members, [.. computed, .. WholeUses(uses)]);
    }

    private IEnumerable<string> WholeUses(Dictionary<string, List<int>> uses)
    {
        if (uses.TryGetValue(Whole, out var stages)) return stages.Select(stage => $"stage {stage} uses the event whole");
        return _keepers.Distinct().Select(keeper => keeper == "output" ? "the event itself is the alert's value" : $"{keeper} keeps the event whole");
    }

    // By name, the stages that read the event itself: as far as the rows are still events.
    private Dictionary<string, List<int>> Uses()
    {
        var uses = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        // A source of a detection whose alerts are read is none of the plan's stages.
        if (!numbers.ContainsKey(source)) return uses;
        Note(source);
        foreach (var stage in consumers.SameRows(source)) Note(stage);
        return uses;

        void Note(PlanNode stage)
        {
            foreach (var name in stage.Expressions.SelectMany(RowReads.Of).Distinct())
            {
                if (!uses.TryGetValue(name, out var stages)) uses.Add(name, stages = []);
                stages.Add(numbers[stage]);
            }
        }
    }
}
