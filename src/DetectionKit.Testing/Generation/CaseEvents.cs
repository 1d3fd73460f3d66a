using System.Reflection;

namespace DetectionKit.Testing.Generation;

/// <summary>Cases of events whose types are known at run time only.</summary>
internal static class CaseEvents
{
    private static readonly MethodInfo s_of = typeof(CaseEvents).GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo s_and = typeof(CaseEvents).GetMethod(nameof(And), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>A case of events of one type, or of several.</summary>
    internal static DetectionCase ToCase(string name, IReadOnlyList<object> events)
    {
        DetectionCase? made = null;
        foreach (var kind in events.GroupBy(e => e.GetType()))
        {
            made = (DetectionCase)(made is null
                ? s_of.MakeGenericMethod(kind.Key).Invoke(null, [name, kind])
                : s_and.MakeGenericMethod(kind.Key).Invoke(null, [made, kind]))!;
        }

        return made ?? throw new ArgumentException("A case has one event or more.", nameof(events));
    }

    /// <summary>The events of a case, kind by kind.</summary>
    internal static IReadOnlyList<object> Of(DetectionCase one)
    {
        var reader = new Reader();
        one.Give(reader);
        return reader.Events;
    }

    private static DetectionCase Make<T>(string name, IEnumerable<object> events) => DetectionCase.Of(name, events.Cast<T>());

    private static DetectionCase And<T>(DetectionCase one, IEnumerable<object> events) => one.And(events.Cast<T>());

    private sealed class Reader : ICaseEventReader
    {
        internal List<object> Events { get; } = [];

        public void Read<TEvent>(IReadOnlyList<TEvent> events) => Events.AddRange(events.Cast<object>());
    }
}
