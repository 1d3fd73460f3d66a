using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DetectionKit;

/// <summary>The few moves on expression trees that plans are built with.</summary>
internal static class ExpressionTrees
{
    internal static bool IsPane(Type type) => type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Pane<>) || type.GetGenericTypeDefinition() == typeof(Pane<,>));

    internal static bool IsGroup(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Group<,>);

    internal static bool IsAnonymous(Type type) => type.Name.StartsWith("<>", StringComparison.Ordinal) && type.IsDefined(typeof(CompilerGeneratedAttribute));

    /// <summary>Whether a method is an aggregate on a pane: a marked one, or the open door for any other.</summary>
    internal static bool IsAggregate(MethodInfo method) => method.IsDefined(typeof(AggregateAttribute), false) || method.DeclaringType == typeof(PaneAggregate);

    internal static Expression Unquote(Expression e)
    {
        while (e.NodeType == ExpressionType.Quote) e = ((UnaryExpression)e).Operand;
        return e;
    }

    internal static Expression StripConversions(Expression e)
    {
        while (e.NodeType is ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Quote) e = ((UnaryExpression)e).Operand;
        return e;
    }

    internal static Expression Replace(Expression body, Expression from, Expression to) => new Replacer(from, to).Visit(body);

    /// <summary><paramref name="outer"/>'s body with <paramref name="inner"/>'s in place of its first parameter; members of a new anonymous object are read from its arguments.</summary>
    internal static Expression Inline(LambdaExpression outer, LambdaExpression inner) => new MemberOfNew().Visit(Replace(outer.Body, outer.Parameters[0], inner.Body));

    /// <summary>The argument that a member of a <c>new { … }</c> was given, or null.</summary>
    internal static Expression? ArgumentOf(NewExpression made, MemberInfo member)
    {
        if (made.Members is null) return null;
        for (var i = 0; i < made.Members.Count; i++)
        {
            if (made.Members[i].Name == member.Name) return made.Arguments[i];
        }

        return null;
    }

    private sealed class Replacer(Expression from, Expression to) : ExpressionVisitor
    {
        [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }

    private sealed class MemberOfNew : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            var on = Visit(node.Expression);
            return on is NewExpression made && ArgumentOf(made, node.Member) is { } argument ? argument : node.Update(on);
        }
    }
}
