using System.Globalization;
using System.Linq.Expressions;
using System.Text;

namespace DetectionKit.Queries;

/// <summary>Prints an expression as C# near to what its author wrote.</summary>
internal sealed class ExpressionText : ExpressionVisitor
{
    private readonly StringBuilder _text = new();

    internal static string Of(Expression e)
    {
        var printer = new ExpressionText();
        printer.Visit(e is LambdaExpression lambda ? lambda.Body : e);
        return printer._text.ToString();
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType == ExpressionType.ArrayIndex)
        {
            Visit(node.Left);
            _text.Append('[');
            Visit(node.Right);
            _text.Append(']');
            return node;
        }

        Operand(Named(node.Left, node.Right), node);
        _text.Append(' ').Append(Symbol(node.NodeType)).Append(' ');
        Operand(Named(node.Right, node.Left), node);
        return node;
    }

    // The compiler compares members of an enum as numbers; their author wrote names.
    private static Expression Named(Expression side, Expression other)
    {
        if (side is not ConstantExpression { Value: { } number } || other is not UnaryExpression { NodeType: ExpressionType.Convert, Operand: var named }) return side;
        var type = Nullable.GetUnderlyingType(named.Type) ?? named.Type;
        return type.IsEnum && number.GetType().IsPrimitive ? Expression.Constant(Enum.ToObject(type, number)) : side;
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        switch (node.NodeType)
        {
            case ExpressionType.Not:
                _text.Append('!');
                Operand(node.Operand, node);
                break;
            case ExpressionType.Negate or ExpressionType.NegateChecked:
                _text.Append('-');
                Operand(node.Operand, node);
                break;
            case ExpressionType.Convert or ExpressionType.ConvertChecked when Widens(node):
            case ExpressionType.Quote:
                Visit(node.Operand);
                break;
            case ExpressionType.ArrayLength:
                Visit(node.Operand);
                _text.Append(".Length");
                break;
            default:
                _text.Append('(').Append(TypeName(node.Type)).Append(')');
                Operand(node.Operand, node);
                break;
        }

        return node;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null) _text.Append(TypeName(node.Member.DeclaringType!));
        else Operand(node.Expression, node);
        _text.Append('.').Append(node.Member.Name);
        return node;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var extension = node.Method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), false);
        IEnumerable<Expression> arguments = node.Arguments;
        if (node.Object is not null) Operand(node.Object, node);
        else if (extension)
        {
            Operand(node.Arguments[0], node);
            arguments = node.Arguments.Skip(1);
        }
        else _text.Append(TypeName(node.Method.DeclaringType!));

        if (node.Method is { IsSpecialName: true, Name: "get_Item" })
        {
            List('[', arguments, ']');
            return node;
        }

        _text.Append('.').Append(node.Method.Name);
        List('(', arguments, ')');
        return node;
    }

    protected override Expression VisitNew(NewExpression node)
    {
        if (node.Members is null)
        {
            _text.Append("new ").Append(TypeName(node.Type));
            List('(', node.Arguments, ')');
            return node;
        }

        _text.Append("new { ");
        for (var i = 0; i < node.Arguments.Count; i++)
        {
            if (i > 0) _text.Append(", ");
            var argument = Of(node.Arguments[i]);
            var name = node.Members[i].Name;
            if (argument != name && !argument.EndsWith("." + name, StringComparison.Ordinal)) _text.Append(name).Append(" = ");
            _text.Append(argument);
        }

        _text.Append(" }");
        return node;
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        Operand(node.Test, node);
        _text.Append(" ? ");
        Operand(node.IfTrue, node);
        _text.Append(" : ");
        Operand(node.IfFalse, node);
        return node;
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        _text.Append(node.Value switch
        {
            null => "null",
            string s => "\"" + s.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
            bool b => b ? "true" : "false",
            Enum e => $"{e.GetType().Name}.{e}",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString(),
        });
        return node;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _text.Append(node.Name);
        return node;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        _text.Append(node.Parameters.Count == 1 ? node.Parameters[0].Name : $"({string.Join(", ", node.Parameters.Select(p => p.Name))})").Append(" => ");
        Visit(node.Body);
        return node;
    }

    protected override Expression VisitTypeBinary(TypeBinaryExpression node)
    {
        Operand(node.Expression, node);
        _text.Append(" is ").Append(TypeName(node.TypeOperand));
        return node;
    }

    protected override Expression VisitNewArray(NewArrayExpression node)
    {
        _text.Append("new[] ");
        List('{', node.Expressions, '}');
        return node;
    }

    protected override Expression VisitExtension(Expression node)
    {
        _text.Append(node);
        return node;
    }

    private static string TypeName(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>" : type.Name;

    private static bool Widens(UnaryExpression node) =>
        node.Method is null && (node.Type.IsAssignableFrom(node.Operand.Type) || (node.Operand.Type.IsPrimitive && node.Type.IsPrimitive) || Nullable.GetUnderlyingType(node.Type) == node.Operand.Type || (Nullable.GetUnderlyingType(node.Operand.Type) ?? node.Operand.Type).IsEnum);

    private static string Symbol(ExpressionType type) => type switch
    {
        ExpressionType.AndAlso => "&&",
        ExpressionType.OrElse => "||",
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.Add or ExpressionType.AddChecked => "+",
        ExpressionType.Subtract or ExpressionType.SubtractChecked => "-",
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => "*",
        ExpressionType.Divide => "/",
        ExpressionType.Modulo => "%",
        ExpressionType.And => "&",
        ExpressionType.Or => "|",
        ExpressionType.ExclusiveOr => "^",
        ExpressionType.LeftShift => "<<",
        ExpressionType.RightShift => ">>",
        ExpressionType.Coalesce => "??",
        _ => type.ToString(),
    };

    private void List(char open, IEnumerable<Expression> items, char close)
    {
        _text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) _text.Append(", ");
            first = false;
            Visit(item);
        }

        _text.Append(close);
    }

    // Parentheses where a reader would want them: around an operator inside another, but not around chains of the same one.
    private void Operand(Expression operand, Expression within)
    {
        var bare = operand is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert && Widens(convert) ? convert.Operand : operand;
        var compound = bare is BinaryExpression { NodeType: not ExpressionType.ArrayIndex } or ConditionalExpression or TypeBinaryExpression;
        var parentheses = compound && !(within is BinaryExpression outer && bare is BinaryExpression inner && Binding(inner.NodeType) > Binding(outer.NodeType)) && (bare.NodeType != within.NodeType || (within is BinaryExpression { NodeType: ExpressionType.Subtract or ExpressionType.Divide or ExpressionType.Modulo } left && left.Right == operand));
        if (parentheses) _text.Append('(');
        Visit(operand);
        if (parentheses) _text.Append(')');
    }

    private static int Binding(ExpressionType type) => type switch
    {
        ExpressionType.OrElse or ExpressionType.Coalesce => 1,
        ExpressionType.AndAlso => 2,
        ExpressionType.Equal or ExpressionType.NotEqual => 3,
        ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual => 4,
        ExpressionType.Add or ExpressionType.AddChecked or ExpressionType.Subtract or ExpressionType.SubtractChecked => 5,
        ExpressionType.Multiply or ExpressionType.MultiplyChecked or ExpressionType.Divide or ExpressionType.Modulo => 6,
        _ => 0,
    };
}
