using System.Linq.Expressions;

namespace DetectionKit.Testing.Mutations;

/// <summary>Puts another expression in the place of a node.</summary>
internal sealed class NodeReplacer(Expression node, Expression replacement) : ExpressionVisitor
{
    internal static LambdaExpression Replace(LambdaExpression lambda, Expression node, Expression replacement) =>
        Expression.Lambda(lambda.Type, new NodeReplacer(node, replacement).Visit(lambda.Body)!, lambda.Parameters);

    public override Expression? Visit(Expression? visited) => ReferenceEquals(visited, node) ? replacement : base.Visit(visited);
}
