using System.Reflection;
using DetectionKit.Queries;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Fields;

/// <summary>How often the fields that a detection reads were missing, by event type and format.</summary>
/// <param name="plan">The detection's plan.</param>
/// <param name="report">Knows which input has which format.</param>
internal sealed class FieldCounts(DetectionPlan plan, SourceReport report)
{
    private readonly SortedDictionary<(string Event, string Format), FieldCount> _counts = [];
    private readonly Dictionary<(Type Event, string Source), FieldCount> _bySource = [];

    /// <summary>What was counted, in order of event type and format.</summary>
    internal IReadOnlyCollection<FieldCount> All => _counts.Values;

    /// <summary>The counter of a type's batches.</summary>
    internal Action<EventBatch<T>> For<T>()
    {
        var members = FieldsRead.NullableOf(plan, typeof(T));
        var counters = members.Select(MemberCounter.Of<T>).ToList();
        return batch =>
        {
            for (int from = 0, to; from < batch.Count; from = to)
            {
                var source = batch.PositionOf(from)?.Source ?? "";
                to = from + 1;
                while (to < batch.Count && ReferenceEquals(batch.PositionOf(to)?.Source ?? "", source)) to++;
                var counted = Of(typeof(T), source, members);
                counted.Events += to - from;
                for (var i = 0; i < counters.Count; i++) counted.Missing[i] += counters[i](batch, from, to);
            }
        };
    }

    private FieldCount Of(Type type, string source, IReadOnlyList<PropertyInfo> members)
    {
        if (_bySource.TryGetValue((type, source), out var known)) return known;
        var format = report.Inputs.FirstOrDefault(input => input.Path == source).Format ?? "json";
        if (!_counts.TryGetValue((type.Name, format), out var count)) _counts.Add((type.Name, format), count = new(type, format, members));
        return _bySource[(type, source)] = count;
    }
}
