using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Prints what an expression says together with its value: options by name.</summary>
internal static class SymbolText
{
    /// <summary><c>Window = 01:00:00</c>; a plain constant is its value alone.</summary>
    /// <param name="e">An expression of the options alone.</param>
    /// <param name="parameter">The parameter that stands for the options.</param>
    /// <param name="options">The options.</param>
    internal static string WithValue(Expression e, ParameterExpression parameter, object options)
    {
        var value = ValueText.Of(new ExpressionEvaluator().Bind(parameter, options).Evaluate(e));
        return e is ConstantExpression ? value : $"{Name(e, parameter)} = {value}";
    }

    /// <summary>The expression without the symbol of the options before an option's name.</summary>
    internal static string Name(Expression e, ParameterExpression parameter)
    {
        var bare = ExpressionTrees.StripConversions(e);
        return bare is MemberExpression && PathFrom(bare, parameter) is { } path ? path : ExpressionText.Of(e);
    }

    /// <summary>The names of a chain of members from a parameter (<c>Key.Host</c>), or null when the expression is none.</summary>
    internal static string? PathFrom(Expression e, ParameterExpression parameter)
    {
        var names = new List<string>();
        Expression? at = e;
        while (at is MemberExpression member)
        {
            names.Insert(0, member.Member.Name);
            at = member.Expression;
        }

        return at == parameter && names.Count > 0 ? string.Join('.', names) : null;
    }
}
