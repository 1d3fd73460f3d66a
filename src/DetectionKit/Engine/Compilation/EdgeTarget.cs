using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Engine;

/// <summary>A stage that rows go to, and the code that hands a row over.</summary>
internal abstract class EdgeTarget(Operator stage, string name)
{
    internal Operator Stage => stage;

    /// <summary>The stage in messages.</summary>
    internal string Name => name;

    /// <summary>The code that hands over a row.</summary>
    /// <param name="target">The stage.</param>
    /// <param name="rows">The batch.</param>
    /// <param name="row">The row.</param>
    /// <param name="index">Its number in the batch.</param>
    /// <param name="tier">Its tier.</param>
    /// <param name="locals">A place for what is read once, before the first row.</param>
    internal abstract Expression Accept(Expression target, Expression rows, RowBinding row, Expression index, Expression tier, LoopLocals locals);

    /// <summary>A call of the stage's Accept whose arguments lie in locals: it takes some of them by reference.</summary>
    protected static Expression Call(Expression target, params Expression[] arguments) => CallOf("Accept", target, arguments);

    /// <summary>A call of a method of the stage, as <see cref="Call"/>.</summary>
    protected static Expression CallOf(string accept, Expression target, params Expression[] arguments)
    {
        var method = target.Type.GetMethod(accept, BindingFlags.Instance | BindingFlags.Public)!;
        var locals = new List<ParameterExpression>();
        var code = new List<Expression>();
        var passed = arguments.Select((argument, i) =>
        {
            if (!method.GetParameters()[i].ParameterType.IsByRef) return argument;
            var local = Expression.Variable(argument.Type);
            locals.Add(local);
            code.Add(Expression.Assign(local, argument));
            return local;
        }).ToList();
        return Expression.Block(locals, [.. code, Expression.Call(target, method, passed)]);
    }
}
