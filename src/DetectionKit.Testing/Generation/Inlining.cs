using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Testing.Generation;

/// <summary>Tells what an expression says of a row in terms of what the row was made of.</summary>
internal sealed class Inlining : ExpressionVisitor
{
    private readonly IReadOnlyDictionary<ParameterExpression, Expression> _known;

    private Inlining(IReadOnlyDictionary<ParameterExpression, Expression> known) => _known = known;

    /// <summary>The body of a plan's lambda over a row that is an expression itself, under options.</summary>
    internal static Expression Of(LambdaExpression lambda, Expression row, object options)
    {
        var known = new Dictionary<ParameterExpression, Expression> { [lambda.Parameters[0]] = row };
        if (lambda.Parameters.Count > 1) known[lambda.Parameters[^1]] = Expression.Constant(options, lambda.Parameters[^1].Type);
        return new Inlining(known).Visit(lambda.Body);
    }

    protected override Expression VisitParameter(ParameterExpression node) => _known.GetValueOrDefault(node, node);

    protected override Expression VisitMember(MemberExpression node)
    {
        var owner = Visit(node.Expression);
        return owner is null ? node : MemberOf(owner, node.Member) ?? node.Update(owner);
    }

    // What was given for a member when the row was made.
    internal static Expression? MemberOf(Expression owner, MemberInfo member) => owner switch
    {
        NewExpression { Members: { } members } made when members.IndexOf(member) is >= 0 and var i => made.Arguments[i],
        NewExpression { Constructor: { } constructor } made when Array.FindIndex(constructor.GetParameters(), p => string.Equals(p.Name, member.Name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var i
            && made.Arguments[i].Type == ((member as PropertyInfo)?.PropertyType ?? (member as FieldInfo)?.FieldType) => made.Arguments[i],
        MemberInitExpression made => made.Bindings.OfType<MemberAssignment>().FirstOrDefault(b => b.Member == member)?.Expression ?? MemberOf(made.NewExpression, member),
        MethodCallExpression { Method.Name: "Create" } made when made.Method.DeclaringType == typeof(ValueTuple) && member.Name is ['I', 't', 'e', 'm', var n] && n - '1' < made.Arguments.Count => made.Arguments[n - '1'],
        _ => null,
    };
}
