using System.Linq.Expressions;

namespace DetectionKit.Testing.Mutations;

/// <summary>One change that can be made to an expression.</summary>
internal sealed record ExpressionChange(string Operator, LambdaExpression Lambda);
