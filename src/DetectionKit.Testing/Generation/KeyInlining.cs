using System.Linq.Expressions;

namespace DetectionKit.Testing.Generation;

/// <summary>Tells what a condition on panes says of their key in terms of the event that the key was made of.</summary>
/// <param name="key">The key, told of the event.</param>
internal sealed class KeyInlining(Expression key) : ExpressionVisitor
{
    internal static bool IsKey(Expression? node) =>
        node is MemberExpression { Member.Name: "Key", Expression: ParameterExpression { Type: { IsGenericType: true } pane } } && pane.GetGenericTypeDefinition() == typeof(Pane<,>);

    protected override Expression VisitMember(MemberExpression node) =>
        IsKey(node) ? key : IsKey(node.Expression) ? Inlining.MemberOf(key, node.Member) ?? node : base.VisitMember(node);
}
