using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Generation;

namespace DetectionKit.Testing.Differences;

/// <summary>What a change of a rule changes: for each difference, events on which the versions differ. It looks for them as the killers of mutants are looked for.</summary>
public static class RuleDifferences
{
    /// <summary>Compares a rule under two sets of options.</summary>
    /// <param name="detection">The rule.</param>
    /// <param name="old">Its options before.</param>
    /// <param name="new">Its options after.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The options that differ, in the order in which the options' class has them.</returns>
    /// <exception cref="ArgumentException">They are options of another detection.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IReadOnlyList<OptionDifference> Between(Detection detection, object old, object @new, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(detection);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        foreach (var options in new[] { old, @new })
        {
            if (!detection.OptionsType.IsInstanceOfType(options)) throw new ArgumentException($"{detection.Info.Id} takes {detection.OptionsType.Name}, not {options.GetType().Name}.");
        }

        var search = new DifferenceSearch(detection);
        var differences = new List<OptionDifference>();
        foreach (var property in OptionVariants.Settable(detection.OptionsType))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (before, after) = (property.GetValue(old), property.GetValue(@new));
            if (Text(before) == Text(after)) continue;
            var difference = new OptionDifference(property.Name, Text(before), Text(after), StagesOf(detection, property.Name));
            differences.Add(WithExample(detection, search, difference, property, old, @new));
        }

        return differences;
    }

    /// <summary>Compares a rule with the answers that an earlier version of it gave.</summary>
    /// <param name="detection">The rule.</param>
    /// <param name="kept">The cases with the earlier answers, such as <see cref="GeneratedCases"/> of the earlier build.</param>
    /// <returns>The cases that are answered otherwise.</returns>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IReadOnlyList<CaseDifference> Against(Detection detection, IReadOnlyList<DetectionCase> kept)
    {
        ArgumentNullException.ThrowIfNull(detection);
        ArgumentNullException.ThrowIfNull(kept);
        return
        [
            .. kept.Select(one => (Case: one, Outcome: CaseRunner.Run(detection, detection.Plan, one, null)))
                .Where(answer => !answer.Outcome.IsAsExpected)
                .Select(answer => new CaseDifference(answer.Case, GeneratedCases.Expecting(answer.Case, answer.Outcome).Expected!)),
        ];
    }

    /// <summary>The parts of a rule's plan, a line each: what differs between the lines of two builds has changed.</summary>
    public static IReadOnlyList<string> PlanOf(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return [.. detection.Plan.Stages.SelectMany(PlanParts.Of)];
    }

    // By this option alone: the old options with it changed, or, where they are not valid so, the new ones with it unchanged.
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    private static OptionDifference WithExample(Detection detection, DifferenceSearch search, OptionDifference difference, PropertyInfo property, object old, object @new)
    {
        var plan = detection.Plan;
        (object Old, object New)[] pairs = [(old, OptionVariants.With(old, property, property.GetValue(@new))), (OptionVariants.With(@new, property, property.GetValue(old)), @new)];
        foreach (var pair in pairs.Where(pair => OptionVariants.CanRun(detection, pair.Old) && OptionVariants.CanRun(detection, pair.New)))
        {
            if (search.Find((plan, pair.Old), (plan, pair.New)) is not { } found) continue;
            var after = CaseRunner.Run(detection, plan, found, pair.New);
            return difference with { Example = found.With(pair.Old), NewOutcome = GeneratedCases.Expecting(found, after).Expected };
        }

        return difference;
    }

    private static IReadOnlyList<string> StagesOf(Detection detection, string option) =>
        [.. detection.Plan.Stages.SelectMany(stage => stage.Expressions).Where(e => e.Options.Contains(option) || e.Options.Contains("*")).Select(PlanParts.Text)];

    private static string Text(object? value) => value switch
    {
        null => "",
        IOptionList list => string.Join(", ", list.Items),
        string text => text,
        System.Collections.IEnumerable items => string.Join(", ", items.Cast<object?>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
