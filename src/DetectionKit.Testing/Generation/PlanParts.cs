using DetectionKit.Queries;

namespace DetectionKit.Testing.Generation;

/// <summary>The parts of a plan as text: what messages, mutants and differences quote.</summary>
internal static class PlanParts
{
    internal static string Text(PlanExpression part) => $"{part.Role}: {part}";

    internal static IEnumerable<string> Of(PlanNode stage) => stage.Expressions.Select(Text);
}
