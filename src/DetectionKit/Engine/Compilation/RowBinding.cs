using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>
/// What a row is while a loop is compiled: its members as expressions of their own, and the row itself only where something needs it whole. So an anonymous
/// object between two stages is never made.
/// </summary>
internal sealed class RowBinding
{
    private readonly Func<Expression> _whole;
    private readonly Func<string, RowBinding?> _member;

    private RowBinding(Func<Expression> whole, Func<string, RowBinding?> member)
    {
        _whole = whole;
        _member = member;
    }

    /// <summary>The row as one value.</summary>
    internal Expression Whole => _whole();

    internal static RowBinding Of(Expression value) => new(() => value, _ => null);

    internal static RowBinding Of(Func<Expression> whole, IReadOnlyDictionary<string, RowBinding> members) => new(whole, members.GetValueOrDefault);

    /// <summary>A row that notes what is read of it; <c>*</c> for the row as a whole.</summary>
    internal static RowBinding Noting(Type type, ISet<string> reads)
    {
        var row = Expression.Parameter(type, "row");
        return new(
            () =>
            {
                reads.Add("*");
                return row;
            },
            name =>
            {
                reads.Add(name);
                return Of(Expression.PropertyOrField(row, name));
            });
    }

    internal RowBinding? Member(string name) => _member(name);
}
