using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Queries;

/// <summary>
/// Makes an expression part of a plan: the captured options become a parameter, every other capture a named constant, and what the compiler or a mutation
/// tool wove in becomes plain nodes, so that all who read plans meet plain nodes only.
/// </summary>
internal sealed class ExpressionBinder(Type optionsType, ParameterExpression options) : ExpressionVisitor
{
    internal LambdaExpression Bind(LambdaExpression lambda)
    {
        // The options are null while Define runs, so a capture of the options type that is null is the symbol.
        var body = Visit(lambda.Body);
        return Expression.Lambda(body, [.. lambda.Parameters, options]);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (!TryCapture(node, out var value)) return base.VisitMember(node);
        if (node.Type == optionsType && value is null) return options;
        return new CapturedConstant(node.Member.Name, value, node.Type);
    }

    protected override Expression VisitConstant(ConstantExpression node) =>
        node.Value is not null && node.Type.IsClass && node.Type != typeof(string) && !node.Type.IsArray && ClosesOver(node.Type)
            ? new CapturedConstant("this", node.Value, node.Type)
            : node;

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        RefuseImpure(node.Method);
        return base.VisitMethodCall(SpanCalls.ToPlain(node) ?? node);
    }

    protected override Expression VisitConditional(ConditionalExpression node) =>
        MutationSwitch.Chosen(node) is { } chosen ? Visit(chosen) : base.VisitConditional(node);

    protected override Expression VisitNew(NewExpression node) => base.VisitNew(node);

    // A chain of fields from a closure object, or from `this`: DisplayClass.CS$<>8__locals1.o
    private static bool TryCapture(Expression? e, out object? value)
    {
        value = null;
        switch (e)
        {
            case MemberExpression { Member: FieldInfo field, Expression: { } inner }:
                if (!TryClosure(inner, out var target) || target is null) return false;
                value = field.GetValue(target);
                return true;
            case MemberExpression { Member: FieldInfo { IsStatic: true } constant } when constant.IsInitOnly || constant.IsLiteral:
                value = constant.GetValue(null);
                return true;
            case MemberExpression { Member: PropertyInfo property }:
                RefuseImpure(property.GetMethod!);
                return false;
            default:
                return false;
        }
    }

    private static bool TryClosure(Expression e, out object? value)
    {
        if (e is ConstantExpression constant)
        {
            value = constant.Value;
            return true;
        }

        return TryCapture(e, out value) && e is MemberExpression { Member: FieldInfo { IsStatic: false } };
    }

    private static bool ClosesOver(Type type) => !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) && typeof(Detection).IsAssignableFrom(type);

    private static void RefuseImpure(MethodInfo method)
    {
        if (ImpureMembers.Refusal(method) is { } why) throw new NotSupportedException(why);
    }
}
