using System.Linq.Expressions;
using DetectionKit.Testing.Events;

namespace DetectionKit.Testing.Generation;

/// <summary>Finds events that meet conditions, by trying the values that the conditions themselves name.</summary>
internal sealed class EventSolver(ParameterExpression e)
{
    private const int MaxTries = 20_000;
    private readonly EventShape _shape = EventShape.Of(e.Type);

    /// <summary>The members of an event that meets all; null where none was found.</summary>
    internal IReadOnlyDictionary<string, object?>? Solve(IReadOnlyList<EventRequirement> requirements, IReadOnlyDictionary<string, object?> start)
    {
        var values = start;
        for (var round = 0; round <= requirements.Count; round++)
        {
            var unmet = requirements.FirstOrDefault(requirement => !requirement.IsMetBy(values));
            if (unmet is null) return values;
            if (Changed(unmet, requirements, values) is not { } changed) return null;
            values = changed;
        }

        return null;
    }

    /// <summary>The values of a member that a condition may tell apart.</summary>
    internal IReadOnlyList<object?> ValuesOf(string member, Expression condition) => MemberValues.Of(member, _shape.Members[member], condition, e);

    // The change that meets it and takes least away of what is met already.
    private Dictionary<string, object?>? Changed(EventRequirement unmet, IReadOnlyList<EventRequirement> all, IReadOnlyDictionary<string, object?> values)
    {
        var met = all.Where(requirement => requirement.IsMetBy(values)).ToList();
        var (best, bestMet) = ((Dictionary<string, object?>?)null, -1);
        foreach (var candidate in Candidates(unmet, values).Take(MaxTries))
        {
            if (!unmet.IsMetBy(candidate)) continue;
            var still = met.Count(requirement => requirement.IsMetBy(candidate));
            if (still == met.Count) return candidate;
            if (still > bestMet) (best, bestMet) = (candidate, still);
        }

        return best;
    }

    // One member changed, then two, then three.
    private IEnumerable<Dictionary<string, object?>> Candidates(EventRequirement unmet, IReadOnlyDictionary<string, object?> values)
    {
        IEnumerable<Dictionary<string, object?>> level = [new(values)];
        foreach (var _ in unmet.Members.Take(3))
        {
            level = level.SelectMany(from => unmet.Members.SelectMany(member => ValuesOf(member, unmet.Condition).Select(value => new Dictionary<string, object?>(from) { [member] = value })));
            foreach (var candidate in level) yield return candidate;
        }
    }
}
