using System.Linq.Expressions;
using System.Net;

namespace DetectionKit;

/// <summary>Says which item of a list of networks, image names, texts or autonomous systems matched.</summary>
internal static class ListMatches
{
    internal static IEnumerable<string> Of(Expression condition, ExpressionEvaluator evaluator)
    {
        var calls = new List<MethodCallExpression>();
        new Finder(calls).Visit(condition);
        return calls.Select(call => Match(call, evaluator)).OfType<string>();
    }

    private static string? Match(MethodCallExpression call, ExpressionEvaluator evaluator)
    {
        var arguments = call.Arguments.Select(evaluator.Evaluate).ToList();
        return (evaluator.Evaluate(call.Object!), call.Method.Name, arguments) switch
        {
            (NetworkSet networks, nameof(NetworkSet.Contains), [IPAddress address]) => networks.Find(address) is { } network ? $"in {network}" : $"in none of {Count(networks.Items, "network")}",
            (ImageNames images, nameof(ImageNames.Matches), [string path, .. var rest]) => images.Find(path, rest is [true]) is { } name ? $"ends with {name}" : $"ends with none of {Count(images.Items, "name")}",
            (TextFragments texts, nameof(TextFragments.FoundIn), [string text]) => texts.Find(text) is { } found ? $"has {found} in it" : $"has none of {Count(texts.Items, "text")} in it",
            (AutonomousSystems systems, nameof(AutonomousSystems.Contains), [long number]) => systems.Contains(number) ? "in the list" : $"none of {Count(systems.Items, "autonomous system")}",
            _ => null,
        };
    }

    private static string Count(IReadOnlyList<string> items, string noun) => ExplanationText.Counted(items.Count, noun);

    private sealed class Finder(List<MethodCallExpression> calls) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Object is not null && typeof(IOptionList).IsAssignableFrom(node.Object.Type)) calls.Add(node);
            return base.VisitMethodCall(node);
        }

        protected override Expression VisitLambda<T>(Expression<T> node) => node;
    }
}
