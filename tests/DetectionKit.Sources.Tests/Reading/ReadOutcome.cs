using System.Reflection;

namespace DetectionKit.Sources.Tests.Reading;

/// <summary>All that a run over inputs gives and counts, as text.</summary>
internal static class ReadOutcome
{
    private static readonly PropertyInfo[] s_counts = [.. typeof(SourceReport).GetProperties().Where(p => p.PropertyType == typeof(long))];

    /// <summary>What a run gives and counts.</summary>
    /// <param name="read">The run.</param>
    /// <param name="shown">How an event is shown; null for its members.</param>
    /// <param name="named">Whether the names of inputs are part of it.</param>
    public static string Of<T>(Func<SourceReport, IEnumerable<EventBatch<T>>> read, Func<T, string>? shown = null, bool named = false)
    {
        var report = new SourceReport();
        var batches = read(report).ToList();
        return string.Join('\n', [
            .. Input.Events(batches).Select(e => shown?.Invoke(e) ?? $"{e}"),
            .. Input.Positions(batches).Select(At),
            .. s_counts.Select(p => $"{p.Name} {p.GetValue(report)}"),
            .. report.MalformedSamples.Select(m => $"{At(m.Position)} {m.Reason}"),
            .. report.Faults.Select(f => $"{At(f.Position)} {f.Message}"),
        ]);

        string At(EventPosition position) => named ? $"{position}" : $"{position.Line}";
    }
}
