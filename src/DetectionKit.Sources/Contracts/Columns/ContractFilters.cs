namespace DetectionKit.Sources.Contracts.Columns;

/// <summary>The conditions that come before all else, on columns of a user's own events: of an event that fails one, what is read of no other event need not be looked up.</summary>
internal sealed class ContractFilters<T>
{
    private readonly ContractFilter[] _filters;

    /// <param name="columns">The columns.</param>
    /// <param name="reads">What is read of an event.</param>
    public ContractFilters(ContractColumn<T>[] columns, EventReads<T> reads)
    {
        var filters = new List<ContractFilter>();
        var always = new List<ContractColumn<T>>();
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
    public ContractColumn<T>[] Always { get; }

    /// <summary>The columns that are looked up of the events that meet all conditions.</summary>
    public ContractColumn<T>[] Others { get; }

    /// <inheritdoc cref="ContractFilter"/>
    public int Keep(int row, Span<int> which)
    {
        var kept = which.Length;
        foreach (var filter in _filters) kept = filter(row, which[..kept]);
        return kept;
    }
}
