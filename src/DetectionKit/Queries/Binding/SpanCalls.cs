using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>
/// C# 14 binds <c>array.Contains(x)</c> to <c>MemoryExtensions.Contains(ReadOnlySpan)</c>, which an expression tree can't interpret and a translator
/// can't read. It becomes <see cref="Enumerable"/>'s method of the same name again.
/// </summary>
internal static class SpanCalls
{
    internal static MethodCallExpression? ToPlain(MethodCallExpression call)
    {
        if (call.Method.DeclaringType != typeof(MemoryExtensions) || call.Arguments.Count < 2 || Array(call.Arguments[0]) is not { } array) return null;
        var element = array.Type.GetElementType();
        if (element is null) return null;
        return call.Method.Name switch
        {
            nameof(Enumerable.Contains) when call.Arguments.Count == 2 => Plain(nameof(Enumerable.Contains), element, array, call.Arguments[1]),
            nameof(Enumerable.Contains) when call.Arguments.Count == 3 => Plain(nameof(Enumerable.Contains), element, array, call.Arguments[1], call.Arguments[2]),
            nameof(Enumerable.SequenceEqual) when call.Arguments.Count == 2 && Array(call.Arguments[1]) is { } other => Plain(nameof(Enumerable.SequenceEqual), element, array, other),
            _ => null,
        };
    }

    private static MethodCallExpression Plain(string method, Type element, params Expression[] arguments) => Expression.Call(typeof(Enumerable), method, [element], arguments);

    private static Expression? Array(Expression e)
    {
        while (true)
        {
            switch (e)
            {
                case MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var operand] }: e = operand; break;
                case UnaryExpression { NodeType: ExpressionType.Convert } convert: e = convert.Operand; break;
                default: return e.Type.IsArray ? e : null;
            }
        }
    }
}
