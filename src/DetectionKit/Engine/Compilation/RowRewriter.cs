using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>Writes a plan's lambda over bound rows: parameters and their members become what the rows are bound to.</summary>
internal class RowRewriter(IReadOnlyDictionary<ParameterExpression, RowBinding> bindings) : ExpressionVisitor
{
    internal static Expression Rewrite(LambdaExpression lambda, RowBinding row) =>
        new RowRewriter(new Dictionary<ParameterExpression, RowBinding> { [lambda.Parameters[0]] = row }).Visit(lambda.Body);

    /// <summary>The binding that an expression is, if it is a row or a known member of one.</summary>
    internal RowBinding? Resolve(Expression? e) => e switch
    {
        ParameterExpression parameter => bindings.GetValueOrDefault(parameter),
        MemberExpression member => Resolve(member.Expression)?.Member(member.Member),
        _ => null,
    };

    protected override Expression VisitMember(MemberExpression node) => Resolve(node) is { } known ? known.Whole : base.VisitMember(node);

    protected override Expression VisitParameter(ParameterExpression node) => Resolve(node) is { } known ? known.Whole : node;
}
