using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>A member that comes from a dictionary column, in the code of a loop.</summary>
/// <param name="Dictionary">The dictionary.</param>
/// <param name="Items">Its values.</param>
/// <param name="Index">The index of the current row's value.</param>
/// <param name="AddVerdicts">Makes a local with the verdicts of one more filter that reads this member only.</param>
internal sealed record DictionaryMember(Expression Dictionary, Expression Items, Expression Index, Func<Expression> AddVerdicts)
{
    internal Expression Value => Expression.ArrayIndex(Items, Index);
}
