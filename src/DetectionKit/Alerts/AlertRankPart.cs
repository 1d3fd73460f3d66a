using System.Linq.Expressions;

namespace DetectionKit;

/// <summary>One part of a rank.</summary>
/// <param name="Key">What is compared.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record AlertRankPart(LambdaExpression Key, bool Descending);
