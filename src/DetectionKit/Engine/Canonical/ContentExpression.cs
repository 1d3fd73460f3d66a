using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Engine;

/// <summary>Builds the expression that writes a value of a declared type.</summary>
internal static class ContentExpression
{
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.NonPublic;

    /// <summary>The body of the writer of <paramref name="value"/>'s type.</summary>
    internal static Expression Of(ParameterExpression bytes, Expression value)
    {
        var (kind, item) = ContentShape.Of(value.Type);
        return kind switch
        {
            ContentKind.Scalar => ScalarContent.Write(bytes, value),
            ContentKind.Enumeration => ScalarContent.Write(bytes, Expression.Convert(value, item!)),
            ContentKind.Nullable => Expression.IfThenElse(
                Expression.Property(value, nameof(Nullable<int>.HasValue)),
                Nested(bytes, Expression.Property(value, nameof(Nullable<int>.Value))),
                Null(bytes)),
            ContentKind.Formatted => Call(nameof(ContentParts.Formatted), value.Type, bytes, value),
            ContentKind.Sequence => Call(nameof(ContentParts.Sequence), item!, bytes, value),
            ContentKind.Set => Call(nameof(ContentParts.Set), item!, bytes, value),
            ContentKind.Open => Call(nameof(ContentParts.Open), value.Type, bytes, value),
            ContentKind.Structure => Structure(bytes, value),
            _ => throw new NotSupportedException(ContentVerifier.Message(value.Type, [])),
        };
    }

    /// <summary>The members alone: the object is known to be of exactly this type, and not null.</summary>
    internal static Expression Members(ParameterExpression bytes, Expression value)
    {
        var steps = new List<Expression>
        {
            Expression.Call(bytes, nameof(CanonicalBytes.Enter), null, Expression.Constant(value.Type, typeof(Type))),
        };
        steps.AddRange(ContentShape.MembersOf(value.Type).Select(m => Nested(bytes, Expression.MakeMemberAccess(value, m))));
        steps.Add(Expression.Call(bytes, nameof(CanonicalBytes.Leave), null));
        return Expression.Block(steps);
    }

    /// <summary>A scalar in place, anything else by the writer of its own type: types that contain themselves end so.</summary>
    private static Expression Nested(ParameterExpression bytes, Expression value) =>
        ScalarContent.Has(value.Type)
            ? ScalarContent.Write(bytes, value)
            : Expression.Call(typeof(ContentWriter<>).MakeGenericType(value.Type).GetMethod(nameof(ContentWriter<int>.Write), Hidden)!, bytes, value);

    private static Expression Structure(ParameterExpression bytes, Expression value)
    {
        if (value.Type.IsValueType) return Members(bytes, value);
        var members = Members(bytes, value);
        var exact = value.Type.IsSealed
            ? members
            : Expression.IfThenElse(
                Expression.TypeEqual(value, value.Type),
                members,
                Call(nameof(ContentParts.Open), value.Type, bytes, value));
        return Expression.IfThenElse(Expression.ReferenceEqual(value, Expression.Constant(null)), Null(bytes), exact);
    }

    private static MethodCallExpression Null(ParameterExpression bytes) => Expression.Call(bytes, nameof(CanonicalBytes.Null), null);

    private static MethodCallExpression Call(string part, Type argument, ParameterExpression bytes, Expression value)
    {
        var method = typeof(ContentParts).GetMethod(part, Hidden)!.MakeGenericMethod(argument);
        var wanted = method.GetParameters()[1].ParameterType;
        return Expression.Call(method, bytes, value.Type == wanted ? value : Expression.Convert(value, wanted));
    }
}
