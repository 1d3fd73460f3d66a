using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using DetectionKit.CommandLine.Fields;
using DetectionKit.Queries;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Reading;

/// <summary>Reads events of a type: by the formats that have it, else from JSON by its contract.</summary>
internal sealed class EventReader<T> : IEventReader
{
    public IEventFeed<TAlert> Open<TAlert, TOptions>(
        SourceNode source, Detection<TAlert, TOptions> detection, DetectionRun<TAlert, TOptions> run, InputSelection input, SourceReport report, FieldCounts? fields, CancellationToken cancellationToken)
        where TOptions : class, new()
    {
        var lambda = source.Time.Lambda;
        var timeOf = Expression.Lambda<Func<T, TOptions, DateTimeOffset>>(lambda.Body, lambda.Parameters).Compile();
        Func<T, DateTimeOffset> time = e => timeOf(e, run.Options);
        var reads = detection.ReadsOf<T>(run.Options);

        // Whether a field was missing is asked of all events, and not of those alone that pass the first filters.
        if (fields is not null) reads = reads with { Filters = [] };
        return new EventFeed<T, TAlert, TOptions>(run, Batches(source, input, report, time, cancellationToken, reads), time, fields?.For<T>(), cancellationToken);
    }

    public GroupExplanation Explain<TAlert, TOptions>(
        SourceNode source, Detection<TAlert, TOptions> detection, TOptions options, InputSelection input, object key, DateTimeOffset at, CancellationToken cancellationToken)
        where TOptions : class, new()
    {
        var lambda = source.Time.Lambda;
        var timeOf = Expression.Lambda<Func<T, TOptions, DateTimeOffset>>(lambda.Body, lambda.Parameters).Compile();
        var batches = Batches(source, input, new SourceReport(), e => timeOf(e, options), cancellationToken);
        return detection.Explain(batches.ToBlockingEnumerable(cancellationToken), key, at, options);
    }

    public async Task ReadAsync<TOptions>(SourceNode source, TOptions options, InputSelection input, SourceReport report, IBatchSink sink, CancellationToken cancellationToken)
    {
        var lambda = source.Time.Lambda;
        var timeOf = Expression.Lambda<Func<T, TOptions, DateTimeOffset>>(lambda.Body, lambda.Parameters).Compile();
        Func<T, DateTimeOffset> time = e => timeOf(e, options);
        await foreach (var batch in Batches(source, input, report, time, cancellationToken).ConfigureAwait(false)) sink.Take(batch, time);
    }

    public IEnumerable<string> Values(SourceNode source, InputSelection input, IReadOnlyList<PropertyInfo> members)
    {
        var events = new List<string>();
        try
        {
            foreach (var batch in Batches(source, input, new SourceReport(), _ => default, CancellationToken.None).ToBlockingEnumerable())
            {
                for (var row = 0; row < batch.Count; row++)
                {
                    var e = batch.Materialise(row);
                    events.Add(string.Join('|', members.Select(member => Convert.ToString(member.GetValue(e), CultureInfo.InvariantCulture))));
                }
            }
        }
        catch (SourceException)
        {
            // Without a field the format may not be told: what could be read before stands.
        }

        return events;
    }

    private static IAsyncEnumerable<EventBatch<T>> Batches(
        SourceNode source, InputSelection input, SourceReport report, Func<T, DateTimeOffset> time, CancellationToken cancellationToken, EventReads<T>? reads = null)
    {
        var format = input.Options.Format;
        var isJson = string.Equals(format, KnownFormats.Json, StringComparison.OrdinalIgnoreCase);
        if (!isJson && (format is not null || KnownFormats.Give<T>(input.Options))) return EventFiles.ReadAsync(input.Inputs, input.Options, report, reads, cancellationToken);
        return EventFiles.ReadAsync(input.Inputs, EventContract.Of<T>(source.Time.Reads), input.Options, report, time, reads, cancellationToken);
    }
}
