using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit.Testing.Mutations;

/// <summary>Changes keys.</summary>
internal static class KeyMutator
{
    private const int MostParts = 7;

    /// <summary>Each part of a key in turn is made the same for all events, which is to drop it.</summary>
    internal static IEnumerable<ExpressionChange> OfKey(LambdaExpression key)
    {
        if (key.Body is not NewExpression { Members: not null } made)
        {
            yield return new("key dropped", Expression.Lambda(key.Type, Expression.Default(key.Body.Type), key.Parameters));
            yield break;
        }

        for (var i = 0; i < made.Arguments.Count; i++)
        {
            var arguments = made.Arguments.ToArray();
            arguments[i] = Expression.Default(arguments[i].Type);
            yield return new($"key part {made.Members[i].Name} dropped", Expression.Lambda(key.Type, made.Update(arguments), key.Parameters));
        }
    }

    /// <summary>The rule with a member of its rows in the key that is not in it, for each such member in turn.</summary>
    internal static IEnumerable<(string Name, PlanNode Changed)> WithAnother(AggregateNode aggregate)
    {
        if (aggregate.Key?.Lambda is not { } key) yield break;
        var parts = key.Body is NewExpression { Members: not null } made ? made.Arguments : [key.Body];
        var row = key.Parameters[0];

        // What a row is made of is a function of the row.
        if (parts.Count >= MostParts || parts.Contains(row)) yield break;
        var known = parts.SelectMany(NodeFinder.Of).OfType<MemberExpression>().Where(member => member.Expression == row).Select(member => member.Member.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var member in row.Type.GetProperties().Where(p => p.PropertyType != typeof(DateTimeOffset) && p.GetIndexParameters().Length == 0 && IsValue(p.PropertyType) && !known.Contains(p.Name) && !IsFixed(aggregate.Inputs[0], p.Name)))
            yield return ($"key part {member.Name} added", Change(aggregate, key, [.. parts, Expression.Property(row, member)]));
    }

    // A filter that lets one value of a member through makes the member no part of a key: all rows have it in common.
    private static bool IsFixed(PlanNode node, string member) =>
        node is WhereNode where && (Conjuncts(where.Predicate.Lambda.Body).Any(e => Fixes(e, where.Predicate.Lambda.Parameters[0], member)) || IsFixed(where.Inputs[0], member));

    private static IEnumerable<Expression> Conjuncts(Expression e) => e is BinaryExpression { NodeType: ExpressionType.AndAlso } both ? [.. Conjuncts(both.Left), .. Conjuncts(both.Right)] : [e];

    private static bool Fixes(Expression e, ParameterExpression row, string member) => e switch
    {
        UnaryExpression { NodeType: ExpressionType.Not } not => Fixes(not.Operand, row, member),
        MemberExpression { Type: var type } read when type == typeof(bool) => read.Expression == row && read.Member.Name == member,
        BinaryExpression { NodeType: ExpressionType.Equal } equal => NodeFinder.Of(equal).OfType<MemberExpression>().Any(read => read.Expression == row && read.Member.Name == member),
        _ => false,
    };

    private static bool IsValue(Type type) => type == typeof(string) || type == typeof(System.Net.IPAddress) || (type.IsValueType && (Nullable.GetUnderlyingType(type) ?? type) is { IsPrimitive: true } or { IsEnum: true });

    // The key becomes a tuple, and what was read of the key is read of the tuple's items.
    private static PlanNode Change(AggregateNode aggregate, LambdaExpression key, IReadOnlyList<Expression> parts)
    {
        var create = typeof(ValueTuple).GetMethods().Single(method => method.Name == nameof(ValueTuple.Create) && method.GetParameters().Length == parts.Count);
        var tuple = Expression.Call(create.MakeGenericMethod([.. parts.Select(part => part.Type)]), parts);
        var pane = typeof(Pane<,>).MakeGenericType(tuple.Type, key.Parameters[0].Type);
        return aggregate.With(aggregate.Inputs, expression => ReferenceEquals(expression, aggregate.Key)
            ? Expression.Lambda(tuple, key.Parameters)
            : ReferenceEquals(expression, aggregate.Window) ? expression.Lambda : new PaneRetyper(expression.Lambda, key.Body as NewExpression, pane).Retyped());
    }

    private sealed class PaneRetyper(LambdaExpression lambda, NewExpression? made, Type pane) : ExpressionVisitor
    {
        private readonly ParameterExpression _old = lambda.Parameters[0];
        private readonly ParameterExpression _new = Expression.Parameter(pane, lambda.Parameters[0].Name);

        internal LambdaExpression Retyped() => Expression.Lambda(Visit(lambda.Body), [_new, .. lambda.Parameters.Skip(1)]);

        protected override Expression VisitParameter(ParameterExpression node) => node == _old ? _new : node;

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is MemberExpression { Member.Name: nameof(Pane<,>.Key) } whole && whole.Expression == _old && made?.Members is { } members && members.IndexOf(node.Member) is >= 0 and var i) return Item(i);
            if (node.Member.Name == nameof(Pane<,>.Key) && node.Expression == _old) return made?.Members is null ? Item(0) : Expression.New(made.Constructor!, Enumerable.Range(0, made.Arguments.Count).Select(Item), made.Members);
            return node.Expression == _old ? Expression.Property(_new, node.Member.Name) : base.VisitMember(node);
        }

        private Expression Item(int i) => Expression.Field(Expression.Property(_new, nameof(Pane<,>.Key)), "Item" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
