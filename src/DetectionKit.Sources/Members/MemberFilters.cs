namespace DetectionKit.Sources.Members;

/// <summary>The conditions that come before all else, on columns of a user's own events: of an event that fails one, what is read of no other event need not be looked up.</summary>
internal sealed class MemberFilters<T>
{
    private readonly MemberFilter[] _filters;

    /// <param name="columns">The columns.</param>
    /// <param name="reads">What is read of an event.</param>
    public MemberFilters(MemberColumn<T>[] columns, EventReads<T> reads)
    {
        var filters = new List<MemberFilter>();
        var always = new List<MemberColumn<T>>();
        foreach (var filter in reads.TimeMembers is null ? [] : reads.Filters)
        {
            if (columns.FirstOrDefault(column => column.Member == filter.Member) is not { } column || column.FilterOf(filter.Predicate) is not { } keep) break;
            filters.Add(keep);
            always.Add(column);
        }

        _filters = [.. filters];
        Always = [.. columns.Where(column => always.Contains(column) || reads.TimeMembers?.Contains(column.Member) == true)];
        Others = [.. columns.Except(Always)];
    }

    /// <summary>The columns that are looked up of every event: those with conditions, and those of the event time.</summary>
    public MemberColumn<T>[] Always { get; }

    /// <summary>The columns that are looked up of the events that meet all conditions.</summary>
    public MemberColumn<T>[] Others { get; }

    /// <inheritdoc cref="MemberFilter"/>
    public int Keep(int row, Span<int> which)
    {
        var kept = which.Length;
        foreach (var filter in _filters) kept = filter(row, which[..kept]);
        return kept;
    }
}
