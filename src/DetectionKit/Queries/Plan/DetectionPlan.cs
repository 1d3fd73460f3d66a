using System.Diagnostics;
using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>A detection's query as data: built once, immutable, and read by the engine, by explanations and by all other tools alike.</summary>
public sealed class DetectionPlan
{
    private readonly IReadOnlyList<SourceNode> _sources;

    private DetectionPlan(PlanNode root, Type optionsType, ParameterExpression options, Engine.CompiledPlan? original = null)
    {
        Compiled = new(original);
        Root = root;
        OptionsType = optionsType;
        Options = options;
        Stages = [.. Flatten(root)];
        _sources = [.. Stages.SelectMany(SourcesOf).DistinctBy(source => source.RowType)];
    }

    /// <summary>The last stage: its rows are the alerts' values.</summary>
    public PlanNode Root { get; }

    /// <summary>The type of the options.</summary>
    public Type OptionsType { get; }

    /// <summary>The parameter that stands for the options in every expression of the plan.</summary>
    public ParameterExpression Options { get; }

    /// <summary>All stages, inputs before the stages that they feed.</summary>
    public IReadOnlyList<PlanNode> Stages { get; }

    /// <summary>The sources, one an event type: the plan's own, and those of the detections whose alerts it reads.</summary>
    public IEnumerable<SourceNode> Sources => _sources;

    internal Engine.CompiledPlan Compiled { get; }

    /// <summary>The same plan with another last stage, such as a stage of it, or a changed copy.</summary>
    public DetectionPlan WithRoot(PlanNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new(root, OptionsType, Options, Compiled);
    }

    internal static DetectionPlan Build(string detection, Type optionsType, Func<PlanNode> define)
    {
        var options = Expression.Parameter(optionsType, "o");
        PlanNode root;
        try
        {
            root = define();
        }
        catch (NullReferenceException e)
        {
            throw new InvalidOperationException(
                $"{detection}: Define read an option outside a query expression, at {LineOf(e)}. Options are symbols there: read them inside a lambda (c => c.RemotePort == o.Port, w => w.Tumbling(o.Window), () => o.Within).",
                e);
        }

        var bound = Bind(detection, root, new ExpressionBinder(optionsType, options), []);
        PlanChecks.Verify(detection, bound);
        PlanChecks.VerifyTimes(detection, Flatten(bound));
        return new(bound, optionsType, options);
    }

    // The event time that another detection reads is told under the options of that detection.
    private IEnumerable<SourceNode> SourcesOf(PlanNode stage) => stage is not AlertsNode alerts ? stage.Sources : alerts.Sources.Select(source =>
    {
        var time = source.Time.Lambda;
        var options = time.Parameters[^1];
        var body = ExpressionTrees.Replace(time.Body, options, Expression.Constant(alerts.Options, options.Type));
        return (SourceNode)source.With([], _ => Expression.Lambda(body, time.Parameters[0], Options));
    });

    private static PlanNode Bind(string detection, PlanNode node, ExpressionBinder binder, Dictionary<PlanNode, PlanNode> done)
    {
        if (done.TryGetValue(node, out var known)) return known;
        var inputs = node.Inputs.Select(input => Bind(detection, input, binder, done)).ToList();
        return done[node] = node.With(inputs, expression =>
        {
            try
            {
                return binder.Bind(expression.Lambda);
            }
            catch (NotSupportedException e)
            {
                throw new NotSupportedException($"{detection}: {expression.Role}: {expression}: {e.Message}", e);
            }
        });
    }

    private static IEnumerable<PlanNode> Flatten(PlanNode root)
    {
        var seen = new HashSet<PlanNode>();
        return Walk(root);

        IEnumerable<PlanNode> Walk(PlanNode node)
        {
            if (!seen.Add(node)) yield break;
            foreach (var input in node.Inputs)
            {
                foreach (var stage in Walk(input)) yield return stage;
            }

            yield return node;
        }
    }

    private static string LineOf(Exception e)
    {
        var frame = new StackTrace(e, fNeedFileInfo: true).GetFrame(0);
        if (frame?.GetMethod() is not { } method) return "an unknown place";
        var where = $"{method.DeclaringType?.Name}.{method.Name}";
        return frame.GetFileName() is { } file ? $"{where} in {file}:line {frame.GetFileLineNumber()}" : where;
    }
}
