using System.Diagnostics;
using System.Reflection;

namespace DetectionKit.Queries;

/// <summary>Members whose value is not the same at every run, so that a plan that reads them could not be replayed.</summary>
internal static class ImpureMembers
{
    private static readonly HashSet<(Type, string)> Refused =
    [
        (typeof(DateTime), "get_Now"), (typeof(DateTime), "get_UtcNow"), (typeof(DateTime), "get_Today"),
        (typeof(DateTimeOffset), "get_Now"), (typeof(DateTimeOffset), "get_UtcNow"),
        (typeof(TimeProvider), "get_System"), (typeof(TimeProvider), nameof(TimeProvider.GetUtcNow)), (typeof(TimeProvider), nameof(TimeProvider.GetLocalNow)),
        (typeof(Stopwatch), nameof(Stopwatch.GetTimestamp)), (typeof(Environment), "get_TickCount"), (typeof(Environment), "get_TickCount64"),
        (typeof(Guid), nameof(Guid.NewGuid)), (typeof(Random), "get_Shared"),
    ];

    internal static string? Refusal(MethodInfo method)
    {
        if (method.DeclaringType is not { } type) return null;
        if (!Refused.Contains((type, method.Name)) && !typeof(Random).IsAssignableFrom(type)) return null;
        var member = method.Name.StartsWith("get_", StringComparison.Ordinal) ? method.Name[4..] : method.Name + "()";
        return $"The query reads {type.Name}.{member}, which differs from run to run: a detection knows event time only. Use a time of the event or the window (w.Start, w.End).";
    }
}
