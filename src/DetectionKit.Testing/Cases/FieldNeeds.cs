using System.Diagnostics.CodeAnalysis;
using DetectionKit.Testing.Events;
using DetectionKit.Testing.Generation;

namespace DetectionKit.Testing.Cases;

/// <summary>Tells which fields a detection can't do without: none of the cases in which it fires does so when they are missing.</summary>
public static class FieldNeeds
{
    /// <summary>Of the fields that are missing, those without which the detection can't fire.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <param name="missing">The fields that are missing: event types and names of members that may be null.</param>
    /// <param name="present">The event types of which there are events; null for all. Cases with others do not tell.</param>
    /// <returns>Each field that alone keeps it silent; when none does alone but all of them do, all. None where it can fire, or no case tells.</returns>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IReadOnlyList<(Type Event, string Member)> Of(Detection detection, object? options, IReadOnlyCollection<(Type Event, string Member)> missing, IReadOnlyCollection<Type>? present = null)
    {
        ArgumentNullException.ThrowIfNull(detection);
        ArgumentNullException.ThrowIfNull(missing);
        var set = options ?? Activator.CreateInstance(detection.OptionsType)!;
        if (missing.Count == 0) return [];
        bool CanBe(DetectionCase one) => present is null || CaseEvents.Of(one).All(e => present.Contains(e.GetType()));
        bool Fires(DetectionCase one) => CaseRunner.TryRun(detection, detection.Plan, one, set) is { Alerts: > 0 };
        var firing = detection.Cases.Where(one => one.Expected?.Alerts > 0).Where(CanBe).Where(Fires).ToList();
        if (firing.Count == 0) firing = [.. GeneratedCases.Of(detection).Where(CanBe).Where(Fires)];
        bool IsSilent(IReadOnlyCollection<(Type, string)> without) => firing.Count > 0 && firing.TrueForAll(one => !Fires(Without(one, without)));
        if (!IsSilent(missing)) return [];
        var alone = missing.Where(field => IsSilent([field])).ToList();
        return alone.Count > 0 ? alone : [.. missing];
    }

    private static DetectionCase Without(DetectionCase one, IReadOnlyCollection<(Type Event, string Member)> missing) => CaseEvents.ToCase(one.Name, [.. CaseEvents.Of(one).Select(e => Without(e, missing))]);

    private static object Without(object e, IReadOnlyCollection<(Type Event, string Member)> missing)
    {
        var shape = EventShape.Of(e.GetType());
        var gone = missing.Where(field => field.Event == e.GetType()).Select(field => field.Member).ToHashSet(StringComparer.Ordinal);
        return gone.Count == 0 ? e : shape.Make(shape.Members.Keys.ToDictionary(member => member, member => gone.Contains(member) ? null : e.GetType().GetProperty(member)!.GetValue(e)));
    }
}
