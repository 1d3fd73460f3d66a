using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Prints a window: its kind and lengths, whatever kinds there are.</summary>
internal static class WindowText
{
    /// <summary><c>tumbling windows of Window = 01:00:00</c>; further lengths by the names of their parameters.</summary>
    internal static string Of(LambdaExpression window, object options)
    {
        if (window.Body is not MethodCallExpression { Object: null, Arguments: { Count: > 1 } arguments, Method: var kind }) return ExpressionText.Of(window);
        var parameters = kind.GetParameters();
        var lengths = arguments.Skip(1).Select((argument, i) =>
        {
            var text = SymbolText.WithValue(argument, window.Parameters[^1], options);
            return i == 0 ? text : $"{parameters[i + 1].Name} {text}";
        });
        return $"{kind.Name.ToLowerInvariant()} windows of {string.Join(", ", lengths)}";
    }
}
