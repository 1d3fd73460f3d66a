using System.Reflection;

namespace DetectionKit.CommandLine;

/// <summary>An exception as a message to a person.</summary>
internal static class ErrorText
{
    internal static string Of(Exception e) => e switch
    {
        TargetInvocationException { InnerException: { } inner } => Of(inner),
        AggregateException { InnerException: { } inner } => Of(inner),

        // The parameter's name, which ArgumentException appends, says nothing to someone at a command line.
        ArgumentException => e.Message.Split(" (Parameter ", 2)[0],
        NullReferenceException or InvalidCastException or IndexOutOfRangeException => $"{e.GetType().Name}: {e.Message}",
        _ => e.Message,
    };
}
