using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>What a compiled loop reads once, before its first row.</summary>
internal sealed class LoopLocals
{
    private readonly List<ParameterExpression> _variables = [];
    private readonly List<Expression> _code = [];

    internal IEnumerable<ParameterExpression> Variables => _variables;

    internal IEnumerable<Expression> Code => _code;

    internal ParameterExpression Add(string name, Expression value)
    {
        var local = Expression.Variable(value.Type, name);
        _variables.Add(local);
        _code.Add(Expression.Assign(local, value));
        return local;
    }
}
