using System.Runtime.CompilerServices;
using DetectionKit.CommandLine.Fields;
using DetectionKit.CommandLine.Reading;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Running;

/// <summary>Runs one detection over the inputs and hands its alerts on: ranked at the end, or as they come.</summary>
/// <param name="request">The run.</param>
/// <param name="report">What the run counts.</param>
/// <param name="sources">What reading counts.</param>
/// <param name="onAlert">Takes an alert.</param>
/// <param name="missing">Is told of an event type that no input has, while others are there.</param>
/// <param name="cancellationToken">Ends the run.</param>
internal sealed class DetectionRunner(RunRequest request, RunReport report, SourceReport sources, Action<Alert> onAlert, Action<Type> missing, CancellationToken cancellationToken) : IDetectionVisitor<Task>
{
    /// <summary>Counts the fields that are missing; null where nobody asks.</summary>
    internal FieldCounts? Fields { get; init; }

    private readonly List<(Type Type, SourceException Error)> _missing = [];

    /// <inheritdoc/>
    public async Task Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
        where TOptions : class, new()
    {
        var alerts = AlertsOf(detection, cancellationToken);
        if (!request.IsRanked || detection.Rank is not { } rank)
        {
            await foreach (var alert in alerts.ConfigureAwait(false)) onAlert(alert);
            return;
        }

        var gathered = await alerts.ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var alert in rank.Apply(gathered)) onAlert(alert);
    }

    // Inputs that have none of one event type may have the others that the detection reads.
    private async ValueTask<(IReadOnlyList<Alert<TAlert>> Alerts, bool IsOpen)> StepAsync<TAlert>(IEventFeed<TAlert> feed)
    {
        try
        {
            return await feed.StepAsync().ConfigureAwait(false);
        }
        catch (SourceException e) when (e.LacksEvents)
        {
            _missing.Add((feed.EventType, e));
            return (feed.Complete(), false);
        }
    }

    private async IAsyncEnumerable<Alert<TAlert>> AlertsOf<TAlert, TOptions>(Detection<TAlert, TOptions> detection, [EnumeratorCancellation] CancellationToken cancellation)
        where TOptions : class, new()
    {
        var run = detection.Start(request.Configuration.Of<TOptions>(detection), request.Settings, report);
        var nodes = detection.Plan.Sources.DistinctBy(s => s.RowType).ToList();
        if (nodes.Count > 1 && request.Input.HasStandardInput)
        {
            throw new CommandException($"{detection.Info.Id} reads {string.Join(" and ", nodes.Select(s => s.RowType.Name))}, each from the inputs, and standard input can be read once: write it to a file.");
        }

        var feeds = nodes.ConvertAll(s => IEventReader.Of(s.RowType).Open(s, detection, run, request.Input, sources, Fields, cancellation));
        try
        {
            // Under a tolerance the source furthest behind goes first, so that none holds back the others' windows. Under Any one is read after another.
            var open = new List<IEventFeed<TAlert>>(feeds);
            while (open.Count > 0)
            {
                var feed = request.Input.Options.Disorder.IsAny ? open[0] : open.MinBy(f => f.Reached)!;
                var (alerts, isOpen) = await StepAsync(feed).ConfigureAwait(false);
                if (!isOpen) open.Remove(feed);
                foreach (var alert in alerts) yield return alert;
            }

            if (_missing.Count == feeds.Count) throw _missing[0].Error;
            foreach (var (type, _) in _missing) missing(type);

            foreach (var alert in run.Complete()) yield return alert;
        }
        finally
        {
            foreach (var feed in feeds) await feed.DisposeAsync().ConfigureAwait(false);
        }
    }
}
