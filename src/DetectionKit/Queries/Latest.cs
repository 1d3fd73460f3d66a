using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>The latest row of each key of a query: what rows of another query are joined with.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
public sealed class Latest<T>
{
    internal Latest(PlanNode node, LambdaExpression? within)
    {
        Node = node;
        Within = within;
    }

    internal PlanNode Node { get; }

    internal LambdaExpression? Within { get; }
}
