using System.Diagnostics;
using System.Globalization;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Progress;

/// <summary>The counters of one detection's run, as text.</summary>
internal sealed class RunCounters(string detection, RunReport run, SourceReport sources)
{
    private const double BytesPerMegabyte = 1e6;
    private const int ShownSamples = 5;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Whether anything was read, or the run came to its end: an input that is not there has no summary.</summary>
    internal bool HasBegun
    {
        get => field || sources.Bytes > 0;
        set;
    }

    /// <summary>How far the run is.</summary>
    internal string Line()
    {
        var seconds = Math.Max(_watch.Elapsed.TotalSeconds, 1e-3);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{detection}: {run.Events:N0} events, {run.Events / seconds:N0} events/s, {sources.Bytes / BytesPerMegabyte / seconds:N0} MB/s, {run.Alerts:N0} alerts, {run.LateEvents:N0} late, {sources.Malformed:N0} malformed, {sources.Waiting:N0} waiting");
    }

    /// <summary>What the run came to, always with all counters.</summary>
    internal string Summary()
    {
        _watch.Stop();
        var seconds = Math.Max(_watch.Elapsed.TotalSeconds, 1e-3);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{detection}: {run.Events:N0} events in {seconds:N1} seconds, {run.Events / seconds:N0} events/s ({sources.Lines:N0} lines, {sources.Bytes / BytesPerMegabyte:N0} MB, {sources.Lines / seconds:N0} lines/s); {run.Alerts:N0} alerts, {run.LateEvents:N0} late, {run.FarFutureEvents:N0} far-future, {run.FaultyEvents:N0} faulty, {sources.Malformed:N0} malformed, {sources.Skipped:N0} skipped, {sources.Unmatched:N0} unmatched");
    }

    /// <summary>What was set aside or given up, one line each: nothing of it is silent.</summary>
    internal IEnumerable<string> Warnings()
    {
        var samples = sources.MalformedSamples;
        foreach (var record in samples.Take(ShownSamples)) yield return $"malformed: {record}";
        if (sources.Malformed > ShownSamples) yield return string.Create(CultureInfo.InvariantCulture, $"malformed: {sources.Malformed - Math.Min(ShownSamples, samples.Count):N0} more");
        foreach (var fault in sources.Faults) yield return $"not read to its end: {fault}";
        foreach (var fault in run.FaultySample.Take(ShownSamples)) yield return $"faulty: {fault.Position?.ToString() ?? "an event"}: {fault.Stage}: {fault.Error.Message}";
        if (run.ShedGroups > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{run.ShedGroups:N0} groups were dropped at the limit of state: raise --max-groups, or lower --disorder");
        if (run.RefusedEvents > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{run.RefusedEvents:N0} events were refused at the limit of state: raise --max-groups, or lower --disorder");
        if (run.RefusedDistinctValues > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{run.RefusedDistinctValues:N0} distinct values were refused at their limit");
        if (sources.ReleasedEarly > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{sources.ReleasedEarly:N0} connections went on before their time, because too many waited for their process, user or host: lower --disorder");
    }
}
