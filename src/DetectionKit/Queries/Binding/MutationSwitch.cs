using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>
/// Stryker.NET weaves <c>IIF(MutantControl.IsActive(n), mutant, original)</c> into expression lambdas. The switch is asked when the plan is built,
/// and the branch that is active takes its place.
/// </summary>
internal static class MutationSwitch
{
    internal static Expression? Chosen(ConditionalExpression node)
    {
        if (node.Test is not MethodCallExpression { Method: { Name: "IsActive", IsStatic: true, DeclaringType.Name: "MutantControl" } } call) return null;
        if (call.Arguments.Any(argument => argument is not ConstantExpression)) return null;
        var active = (bool)call.Method.Invoke(null, [.. call.Arguments.Cast<ConstantExpression>().Select(argument => argument.Value)])!;
        return active ? node.IfTrue : node.IfFalse;
    }
}
