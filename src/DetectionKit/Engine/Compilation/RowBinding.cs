using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Engine;

/// <summary>
/// What a row is while a loop is compiled: its members as expressions of their own, and the row itself only where something needs it whole. So an anonymous
/// object between two stages is never made.
/// </summary>
internal sealed class RowBinding
{
    private readonly Func<Expression> _whole;
    private readonly Func<MemberInfo, RowBinding?> _member;

    private RowBinding(Func<Expression> whole, Func<MemberInfo, RowBinding?> member, DictionaryMember? dictionary = null)
    {
        _whole = whole;
        _member = member;
        Dictionary = dictionary;
    }

    /// <summary>The row as one value.</summary>
    internal Expression Whole => _whole();

    /// <summary>Where the value lies, if it comes from a dictionary column.</summary>
    internal DictionaryMember? Dictionary { get; }

    internal static RowBinding Of(Expression value) => new(() => value, _ => null);

    internal static RowBinding Of(Func<Expression> whole, IReadOnlyDictionary<string, RowBinding> members) => new(whole, member => members.GetValueOrDefault(member.Name));

    internal static RowBinding Of(Func<Expression> whole, Func<MemberInfo, RowBinding?> member) => new(whole, member);

    internal static RowBinding Of(DictionaryMember member) => new(() => member.Value, _ => null, member);

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
            member =>
            {
                if (!EventMembers.Shows(type, member)) return null;
                reads.Add(member.Name);
                return Of(Expression.MakeMemberAccess(row, member));
            });
    }

    internal RowBinding? Member(MemberInfo member) => _member(member);
}
