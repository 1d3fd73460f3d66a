using System.Linq.Expressions;
using System.Reflection;
using DetectionKit.Queries;
using DetectionKit.Testing.Generation;

namespace DetectionKit.Testing.Mutations;

/// <summary>Makes the mutants of a rule: copies of its plan, or of its lists of options, with one thing changed. Copies that read the same count once.</summary>
internal static class PlanMutator
{
    internal static IReadOnlyList<RuleMutant> Of(Detection detection)
    {
        var plan = detection.Plan;
        var seen = new HashSet<string>(StringComparer.Ordinal) { TextOf(plan.Root) };
        var mutants = new List<RuleMutant>();
        foreach (var (line, stage) in plan.Stages.Index())
        {
            foreach (var (name, changed) in Changes(stage))
            {
                var root = Replace(plan.Root, stage, changed);
                if (!seen.Add(TextOf(root))) continue;
                mutants.Add(new(mutants.Count + 1, name, stage.Kind, Differing(stage, changed).Before, Differing(stage, changed).After) { Plan = plan.WithRoot(root), Line = line + 1 });
            }
        }

        if (ShiftedWindow(plan) is { } shifted)
            mutants.Add(new(mutants.Count + 1, "window shifted", shifted.Window.Kind, TextOf(shifted.Window, own: true), "the same, half a step later") { Plan = plan.WithRoot(shifted.Root), Line = plan.Stages.TakeWhile(stage => stage != shifted.Window).Count() + 1 });

        foreach (var list in Items(detection).GroupBy(pair => pair.Property).Index())
        {
            foreach (var (property, item) in list.Item)
                mutants.Add(new(mutants.Count + 1, "item dropped", property.Name, item, "(nothing)") { Plan = plan, Line = plan.Stages.Count + list.Index + 1, Options = options => Without(options, property, item) });
        }

        return mutants;
    }

    /// <summary>The rule as text: a line a stage, then a line for each list of its options.</summary>
    internal static IReadOnlyList<string> LinesOf(Detection detection) =>
    [
        .. detection.Plan.Stages.Select(stage => $"{stage.Kind}: {TextOf(stage, own: true)}"),
        .. Items(detection).GroupBy(pair => pair.Property).Select(list => $"{list.Key.Name}: {string.Join(", ", list.Select(pair => pair.Item))}"),
    ];

    private static IEnumerable<(string Name, PlanNode Changed)> Changes(PlanNode stage)
    {
        switch (stage)
        {
            case WhereNode where:
                yield return ("filter dropped", where.Inputs[0]);
                foreach (var change in ConditionMutator.Of(where.Predicate.Lambda)) yield return (change.Operator, With(where, where.Predicate, change.Lambda));
                break;
            case FirstPerKeyNode first:
                yield return ($"{stage.Kind} dropped", stage.Inputs[0]);
                if (first is not FirstSeenNode) break;
                foreach (var change in KeyMutator.OfKey(first.By.Lambda)) yield return (change.Operator, With(first, first.By, change.Lambda));
                foreach (var change in MatchMutator.Spans(first, first.Within)) yield return change;
                break;
            case MatchNode match:
                foreach (var change in MatchMutator.Of(match)) yield return change;
                break;
            case AggregateNode aggregate:
                foreach (var change in aggregate.Key is { } key ? KeyMutator.OfKey(key.Lambda) : []) yield return (change.Operator, With(aggregate, aggregate.Key!, change.Lambda));
                foreach (var change in KeyMutator.WithAnother(aggregate)) yield return change;
                foreach (var change in AggregateMutator.OfWindow(aggregate.Window.Lambda)) yield return (change.Operator, With(aggregate, aggregate.Window, change.Lambda));
                foreach (var having in aggregate.Having)
                {
                    foreach (var change in ConditionMutator.Of(having.Lambda)) yield return (change.Operator, With(aggregate, having, change.Lambda));
                }

                foreach (var change in AggregateMutator.OfResult(aggregate.Result.Lambda)) yield return (change.Operator, With(aggregate, aggregate.Result, change.Lambda));
                break;
            case TierNode tiers:
                if (tiers.Otherwise is { } otherwise) yield return ($"tier {otherwise.Name} dropped", tiers.WithOtherwise(null));
                for (var i = 0; i < tiers.Tiers.Count; i++)
                {
                    if (tiers.Tiers.Count > 1) yield return ($"tier {tiers.Tiers[i].Tier.Name} dropped", tiers.WithTiers([.. tiers.Tiers.Where((_, n) => n != i)]));
                    if (i > 0) yield return ($"tiers {tiers.Tiers[i - 1].Tier.Name} and {tiers.Tiers[i].Tier.Name} changed over", tiers.WithTiers([.. tiers.Tiers.Take(i - 1), tiers.Tiers[i], tiers.Tiers[i - 1], .. tiers.Tiers.Skip(i + 1)]));
                    foreach (var change in ConditionMutator.Of(tiers.Tiers[i].When.Lambda)) yield return (change.Operator, With(tiers, tiers.Tiers[i].When, change.Lambda));
                }

                if (tiers.Raise is not { } raise) break;
                yield return ("raise dropped", tiers.WithoutRaise());
                foreach (var change in ConditionMutator.Of(raise.Lambda)) yield return (change.Operator, With(tiers, raise, change.Lambda));
                break;
        }
    }

    // Windows that lie at fixed places move against the events when all times do.
    private static (PlanNode Window, PlanNode Root)? ShiftedWindow(DetectionPlan plan)
    {
        if (plan.Sources.ToList() is not [var source] || plan.Stages.OfType<AggregateNode>().FirstOrDefault() is not { } aggregate) return null;
        if (aggregate.Window.Lambda.Body is not MethodCallExpression { Method.Name: "Tumbling" or "Hopping", Arguments: [_, .., var step] }) return null;
        var half = Expression.Divide(step, Expression.Constant(2.0));
        var time = source.Time.Lambda;
        var changed = source.With([], _ => Expression.Lambda(Expression.Add(time.Body, half), [time.Parameters[0], plan.Options]));
        return (aggregate, Replace(plan.Root, source, changed));
    }

    private static PlanNode With(PlanNode stage, PlanExpression expression, LambdaExpression changed) => stage.With(stage.Inputs, known => ReferenceEquals(known, expression) ? changed : known.Lambda);

    private static PlanNode Replace(PlanNode node, PlanNode stage, PlanNode changed) =>
        ReferenceEquals(node, stage) ? changed : node.Inputs.Count == 0 ? node : node.With([.. node.Inputs.Select(input => Replace(input, stage, changed))], expression => expression.Lambda);

    internal static string TextOf(PlanNode node, bool own = false)
    {
        var text = string.Join("; ", Parts(node));
        return own ? text : $"{node.Kind}({text}; {string.Join(", ", node.Inputs.Select(input => TextOf(input)))})";
    }

    // What of a stage differs: a reader of a diff looks for that alone.
    private static (string Before, string After) Differing(PlanNode stage, PlanNode changed)
    {
        if (changed == stage.Inputs.FirstOrDefault()) return (TextOf(stage, own: true), "(nothing)");
        var (before, after) = (Parts(stage), Parts(changed));
        if (before.ToHashSet().SetEquals(after)) return (string.Join("; ", before), string.Join("; ", after));
        var gone = before.Except(after).ToList();
        var come = after.Except(before).ToList();
        return (gone.Count == 0 ? "(nothing)" : string.Join("; ", gone), come.Count == 0 ? "(nothing)" : string.Join("; ", come));
    }

    private static List<string> Parts(PlanNode node)
    {
        var parts = PlanParts.Of(node).ToList();
        if (node is TierNode { Otherwise: { } otherwise }) parts.Add($"otherwise {otherwise.Name}");
        return parts;
    }

    // The items of the lists that the options have by default.
    private static IEnumerable<(PropertyInfo Property, string Item)> Items(Detection detection) =>
        from property in detection.OptionsType.GetProperties()
        where typeof(IOptionList).IsAssignableFrom(property.PropertyType) && property is { CanRead: true, CanWrite: true }
        let list = (IOptionList?)property.GetValue(Activator.CreateInstance(detection.OptionsType))
        where list is not null
        from item in list.Items
        select (property, item);

    private static object? Without(object options, PropertyInfo property, string item)
    {
        var list = (IOptionList)property.GetValue(options)!;
        if (!list.Items.Contains(item)) return null;
        var copy = Activator.CreateInstance(options.GetType())!;
        foreach (var known in options.GetType().GetProperties().Where(p => p is { CanRead: true, CanWrite: true } && p.GetIndexParameters().Length == 0)) known.SetValue(copy, known.GetValue(options));
        property.SetValue(copy, property.PropertyType.GetMethod("FromItems", BindingFlags.Static | BindingFlags.Public)!.Invoke(null, [list.Items.Where(other => other != item)]));
        return copy;
    }
}
