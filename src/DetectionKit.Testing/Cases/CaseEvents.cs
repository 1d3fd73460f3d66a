using System.Reflection;

namespace DetectionKit.Testing.Cases;

/// <summary>Cases and their events, where the types of the events are known at run time only.</summary>
public static class CaseEvents
{
    private static readonly MethodInfo s_of = typeof(CaseEvents).GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo s_and = typeof(CaseEvents).GetMethod(nameof(And), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>A case of events of one type, or of several.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="events">The events, one or more.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static DetectionCase ToCase(string name, IReadOnlyList<object> events)
    {
        ArgumentNullException.ThrowIfNull(events);
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
    public static IReadOnlyList<object> Of(DetectionCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
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
