namespace DetectionKit;

/// <summary>What a plan needs of the events of one type: what an <see cref="EventBatch{T}"/> of them must offer.</summary>
/// <param name="EventType">The event type.</param>
/// <param name="Time">How the event time is read.</param>
/// <param name="Members">The members that are read, in ordinal order.</param>
/// <param name="Materialises">
/// Why events must be made whole, a sentence each; none when columns are enough, so that a source decodes nothing else.
/// </param>
public sealed record SourceExplanation(Type EventType, string Time, IReadOnlyList<MemberExplanation> Members, IReadOnlyList<string> Materialises)
{
    /// <summary>Whether events must be made whole (a whole-event call, a computed member), so that columns alone are not enough.</summary>
    public bool NeedsWholeEvents => Materialises.Count > 0;
}
