using DetectionKit.Queries;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Reading;

/// <summary>Reads events of one type, whatever it is, into a run.</summary>
internal interface IEventReader
{
    IEventFeed<TAlert> Open<TAlert, TOptions>(SourceNode source, DetectionRun<TAlert, TOptions> run, InputSelection input, SourceReport report, CancellationToken cancellationToken)
        where TOptions : class, new();

    /// <summary>The reader of an event type.</summary>
    static IEventReader Of(Type eventType) => (IEventReader)Activator.CreateInstance(typeof(EventReader<>).MakeGenericType(eventType))!;
}
