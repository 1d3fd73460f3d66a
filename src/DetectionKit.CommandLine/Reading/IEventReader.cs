using System.Reflection;
using DetectionKit.CommandLine.Fields;
using DetectionKit.Queries;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Reading;

/// <summary>Reads events of one type, whatever it is, into a run.</summary>
internal interface IEventReader
{
    IEventFeed<TAlert> Open<TAlert, TOptions>(SourceNode source, Detection<TAlert, TOptions> detection, DetectionRun<TAlert, TOptions> run, InputSelection input, SourceReport report, FieldCounts? fields, CancellationToken cancellationToken)
        where TOptions : class, new();

    /// <summary>Explains a group of the events in a window.</summary>
    GroupExplanation Explain<TAlert, TOptions>(
        SourceNode source, Detection<TAlert, TOptions> detection, TOptions options, InputSelection input, object key, DateTimeOffset at, CancellationToken cancellationToken)
        where TOptions : class, new();

    /// <summary>Hands the events over, batch by batch.</summary>
    Task ReadAsync<TOptions>(SourceNode source, TOptions options, InputSelection input, SourceReport report, IBatchSink sink, CancellationToken cancellationToken);

    /// <summary>What the events have in some of their members, a text an event.</summary>
    IEnumerable<string> Values(SourceNode source, InputSelection input, IReadOnlyList<PropertyInfo> members);

    /// <summary>The reader of an event type.</summary>
    static IEventReader Of(Type eventType) => (IEventReader)Activator.CreateInstance(typeof(EventReader<>).MakeGenericType(eventType))!;
}
