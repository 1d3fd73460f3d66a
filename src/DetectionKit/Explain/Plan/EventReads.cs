namespace DetectionKit;

/// <summary>
/// What a detection reads of the events of one type, for a source that decodes nothing else: <c>EventFiles.Read&lt;T&gt;("x.ndjson", reads: detection.ReadsOf&lt;T&gt;(options))</c>. Its batches then lack the
/// other members, so they are for this detection, under these options.
/// </summary>
/// <typeparam name="T">The event type.</typeparam>
/// <param name="Members">The members that are read, the event time's among them; null when events are used whole.</param>
/// <param name="Filters">
/// The conditions that come before all else, in order. Of an event that fails one, only the event time and the members of the conditions up to that one are read.
/// </param>
public sealed record EventReads<T>(IReadOnlyCollection<string>? Members, IReadOnlyList<EventFilter> Filters)
{
    /// <summary>Everything: what a source reads for whoever does not say.</summary>
    public static EventReads<T> All { get; } = new(null, []);

    /// <summary>The members that the event time is made of, which are read of every event; null where that is not known: then a source of JSON of one's own reads all of every event, whatever its conditions.</summary>
    public IReadOnlyCollection<string>? TimeMembers { get; init; }

    /// <summary>Whether a member is read.</summary>
    public bool Reads(string member) => Members?.Contains(member) ?? true;
}
