namespace DetectionKit;

/// <summary>Gathers single events into batches as long as no alert is due.</summary>
internal interface IEventGatherer<in T, out TAlert>
{
    /// <summary>Takes an event.</summary>
    /// <returns>The alerts that it causes.</returns>
    IReadOnlyList<TAlert> Take(T e);

    /// <summary>Hands over what was gathered.</summary>
    /// <returns>The alerts that it causes: none, unless an event made them due.</returns>
    IReadOnlyList<TAlert> Flush();
}
