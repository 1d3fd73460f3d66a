namespace DetectionKit;

/// <summary>A condition evaluated on one row: whether it held, what it saw, and how far it was from holding.</summary>
public sealed record ConditionExplanation
{
    /// <summary>The condition near to what its author wrote.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it held; null when it threw.</summary>
    public required bool? Holds { get; init; }

    /// <summary>What it saw, for people: <c>9, short by 3</c>, or the values that it read.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The parts of a conjunction or disjunction, each evaluated by itself; none for a plain condition. A part that could not be evaluated is left out.</summary>
    public IReadOnlyList<ConditionExplanation> Parts { get; init; } = [];

    /// <summary>Of a comparison: the value of the row.</summary>
    public object? Actual { get; init; }

    /// <summary>Of a comparison: the value that it is compared with.</summary>
    public object? Required { get; init; }

    /// <summary>
    /// Of a comparison of numbers, durations or times that did not hold: how far it was from the value it is compared with (a
    /// <see cref="decimal"/>, a <see cref="double"/> or a <see cref="TimeSpan"/>; zero where it must lie beyond that value); null otherwise.
    /// </summary>
    public object? Shortfall { get; init; }

    /// <summary>What it threw; null when it did not.</summary>
    public Exception? Error { get; init; }

    /// <summary>The line as printed, without <see cref="Detail"/>; a comparison names options with their values.</summary>
    internal string? Head { get; init; }

    internal bool IsDisjunction { get; init; }

    /// <summary>
    /// The condition with what it saw, such as <c>Connections >= MinConnections (12): 9, short by 3</c>. Of a conjunction that failed, the parts that
    /// failed; of a disjunction that held, the first part that did.
    /// </summary>
    public override string ToString()
    {
        if (Error is not null) return $"{Text}: threw {Error.GetType().Name}: {Error.Message}";
        if (Parts.Count == 0) return $"{Head ?? Text}: {Detail}";
        // What decided: every part that failed, or the first that held. All held in a conjunction that did, all failed in a disjunction that did not.
        var decisive = Parts.Where(part => part.Holds == Holds);
        return string.Join(IsDisjunction ? "; nor " : "; ", IsDisjunction && Holds == true ? decisive.Take(1) : decisive);
    }
}
