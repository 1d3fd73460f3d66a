namespace DetectionKit;

internal static class Unsupported
{
    internal static InvalidOperationException OutsideExpression([System.Runtime.CompilerServices.CallerMemberName] string member = "") =>
        new($"{member} lives inside a query expression only: the engine reads it there, nothing calls it.");
}
