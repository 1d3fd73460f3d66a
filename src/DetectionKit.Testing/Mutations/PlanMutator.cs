using System.Linq.Expressions;
using System.Reflection;
using DetectionKit.Queries;

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
                mutants.Add(new(mutants.Count + 1, name, stage.Kind, TextOf(stage, own: true), changed == stage.Inputs.FirstOrDefault() ? "(nothing)" : TextOf(changed, own: true)) { Plan = plan.WithRoot(root), Line = line + 1 });
            }
        }

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
            case SuppressNode or DistinctNode:
                yield return ($"{stage.Kind} dropped", stage.Inputs[0]);
                break;
            case AggregateNode aggregate:
                foreach (var change in aggregate.Key is { } key ? AggregateMutator.OfKey(key.Lambda) : []) yield return (change.Operator, With(aggregate, aggregate.Key!, change.Lambda));
                foreach (var change in AggregateMutator.OfWindow(aggregate.Window.Lambda)) yield return (change.Operator, With(aggregate, aggregate.Window, change.Lambda));
                foreach (var having in aggregate.Having)
                {
                    foreach (var change in ConditionMutator.Of(having.Lambda)) yield return (change.Operator, With(aggregate, having, change.Lambda));
                }

                foreach (var change in AggregateMutator.OfResult(aggregate.Result.Lambda)) yield return (change.Operator, With(aggregate, aggregate.Result, change.Lambda));
                break;
            case TierNode tiers:
                for (var i = 0; i < tiers.Tiers.Count; i++)
                {
                    if (tiers.Tiers.Count > 1) yield return ($"tier {tiers.Tiers[i].Tier.Name} dropped", tiers.WithTiers([.. tiers.Tiers.Where((_, n) => n != i)]));
                    if (i > 0) yield return ($"tiers {tiers.Tiers[i - 1].Tier.Name} and {tiers.Tiers[i].Tier.Name} changed over", tiers.WithTiers([.. tiers.Tiers.Take(i - 1), tiers.Tiers[i], tiers.Tiers[i - 1], .. tiers.Tiers.Skip(i + 1)]));
                    foreach (var change in ConditionMutator.Of(tiers.Tiers[i].When.Lambda)) yield return (change.Operator, With(tiers, tiers.Tiers[i].When, change.Lambda));
                }

                break;
        }
    }

    private static PlanNode With(PlanNode stage, PlanExpression expression, LambdaExpression changed) => stage.With(stage.Inputs, known => ReferenceEquals(known, expression) ? changed : known.Lambda);

    private static PlanNode Replace(PlanNode node, PlanNode stage, PlanNode changed) =>
        ReferenceEquals(node, stage) ? changed : node.Inputs.Count == 0 ? node : node.With([.. node.Inputs.Select(input => Replace(input, stage, changed))], expression => expression.Lambda);

    private static string TextOf(PlanNode node, bool own = false)
    {
        var text = string.Join("; ", node.Expressions.Select(expression => $"{expression.Role}: {expression}"));
        return own ? text : $"{node.Kind}({text}; {string.Join(", ", node.Inputs.Select(input => TextOf(input)))})";
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
