using DetectionKit.CommandLine.Running;
using DetectionKit.Sources;
using DetectionKit.Testing.Cases;

namespace DetectionKit.CommandLine.Fields;

/// <summary>What a run has to say of fields: which were missing, without which of them the detection can't fire, and which it does not read.</summary>
internal sealed class FieldReport(Detection detection, RunRequest request, FieldCounts counts, RunReport report, SourceReport sources)
{
    /// <summary>The lines.</summary>
    /// <param name="isWhole">Whether all is asked for: also the fields that are never missing, and those that are not read.</param>
    /// <param name="isTold">Whether fields that were missing are told of, when the detection can do without them.</param>
    internal IEnumerable<string> Lines(bool isWhole, bool isTold)
    {
        foreach (var line in Needed()) yield return line;
        if (!isTold) yield break;
        foreach (var count in counts.All)
        {
            if (count.Line(isWhole) is { } line) yield return line;
        }

        if (!isWhole) yield break;
        foreach (var input in sources.Inputs.Where(input => input.Path != "-" && input.Format is not null).Distinct())
        {
            var unread = UnreadFields.Of(detection.Plan, input, request.Input);
            yield return unread is null ? $"not read of {input.Path}: can't be told, as its records name no fields or give no event that {detection.Info.Id} reads"
                : unread.Count == 0 ? $"not read of {input.Path}: none" : $"not read of {input.Path}: {string.Join(", ", unread)}";
        }
    }

    // A field that no event of any input has; or no event at all, though there are records.
    private IEnumerable<string> Needed()
    {
        if (counts.All.Count == 0 && sources.Lines > 0)
            yield return FormattableString.Invariant($"CAN'T FIRE HERE: none of {sources.Lines:N0} lines gives a {string.Join(" or ", detection.Plan.Sources.Select(source => source.RowType.Name))} event");
        var lacking = counts.All.GroupBy(count => count.Event)
            .SelectMany(kind => kind.Select(count => count.Lacking).Aggregate((x, y) => x.Intersect(y)).Select(member => (kind.Key, member))).ToList();
        if (lacking.Count == 0 || report.Alerts > 0) yield break;
        foreach (var (type, member) in FieldNeeds.Of(detection, request.Configuration.Of(detection), lacking, [.. counts.All.Select(count => count.Event).Distinct()]))
        {
            var of = counts.All.Where(count => count.Event == type).ToList();
            yield return FormattableString.Invariant($"CAN'T FIRE HERE: {type.Name}.{member} is missing in all {of.Sum(count => count.Events):N0} events of {string.Join(", ", of.Select(count => count.Format))}, and without it {detection.Info.Id} makes no alert");
        }
    }
}
