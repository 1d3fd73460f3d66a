using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>
/// Makes the code of a filter. What reads one member only, and that from a dictionary column, is asked once for each distinct value: whether an address lies in one of many networks then costs
/// a look into a table of bytes.
/// </summary>
internal static class FilterCompiler
{
    internal static Expression Compile(LambdaExpression predicate, RowBinding row)
    {
        var reads = new MemberFinder(predicate.Parameters[0], row);
        return Compile(predicate.Body, reads);
    }

    private static Expression Compile(Expression condition, MemberFinder reads)
    {
        if (condition is BinaryExpression { NodeType: ExpressionType.AndAlso, Method: null } both && both.Type == typeof(bool))
            return Expression.AndAlso(Compile(both.Left, reads), Compile(both.Right, reads));
        var (code, member) = reads.Find(condition);
        return member is null ? code : Remembered(code, member);
    }

    // A predicate that throws leaves no verdict, and throws for each row that has the value.
    private static BlockExpression Remembered(Expression condition, DictionaryMember member)
    {
        var verdicts = member.AddVerdicts();
        var verdict = Expression.Variable(typeof(sbyte), "verdict");
        var place = Expression.ArrayAccess(verdicts, member.Index);
        var ask = Expression.Condition(condition, Expression.Constant(VerdictTables.Passes), Expression.Constant(VerdictTables.Fails));
        return Expression.Block(
            [verdict],
            Expression.Assign(verdict, place),
            Expression.IfThen(Expression.Equal(verdict, Expression.Constant(VerdictTables.Unknown)), Expression.Block(Expression.Assign(verdict, ask), Expression.Assign(place, verdict))),
            Expression.Equal(verdict, Expression.Constant(VerdictTables.Passes)));
    }

    /// <summary>Writes a condition over a row, and finds the only member that it reads.</summary>
    private sealed class MemberFinder(ParameterExpression parameter, RowBinding row) : RowRewriter(new Dictionary<ParameterExpression, RowBinding> { [parameter] = row })
    {
        private readonly HashSet<RowBinding> _read = [];

        internal (Expression Code, DictionaryMember? Only) Find(Expression condition)
        {
            _read.Clear();
            var code = Visit(condition);
            return (code, _read.Count == 1 ? _read.First().Dictionary : null);
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (Resolve(node) is { } known) _read.Add(known);
            return base.VisitMember(node);
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (Resolve(node) is { } known) _read.Add(known);
            return base.VisitParameter(node);
        }
    }
}
