namespace DetectionKit.Analyzers.Reasoning;

/// <summary>What a filter or a tier asks of a row, as far as numbers go.</summary>
internal abstract record Condition
{
    /// <summary>Whether it can be true, and whether it can be false, of a row.</summary>
    internal abstract (bool True, bool False) Of(IReadOnlyDictionary<string, decimal> numbers, IReadOnlyDictionary<string, bool> facts);

    internal abstract IEnumerable<Condition> Parts { get; }

    internal IEnumerable<Condition> All => Parts.SelectMany(part => part.All).Prepend(this);
}

/// <summary>Always true, or never.</summary>
internal sealed record ConstantCondition(bool Value) : Condition
{
    internal override IEnumerable<Condition> Parts => [];

    internal override (bool True, bool False) Of(IReadOnlyDictionary<string, decimal> numbers, IReadOnlyDictionary<string, bool> facts) => (Value, !Value);
}

/// <summary>Both of two.</summary>
internal sealed record BothConditions(Condition Left, Condition Right) : Condition
{
    internal override IEnumerable<Condition> Parts => [Left, Right];

    internal override (bool True, bool False) Of(IReadOnlyDictionary<string, decimal> numbers, IReadOnlyDictionary<string, bool> facts)
    {
        var (left, right) = (Left.Of(numbers, facts), Right.Of(numbers, facts));
        return (left.True && right.True, left.False || right.False);
    }
}

/// <summary>Either of two.</summary>
internal sealed record EitherCondition(Condition Left, Condition Right) : Condition
{
    internal override IEnumerable<Condition> Parts => [Left, Right];

    internal override (bool True, bool False) Of(IReadOnlyDictionary<string, decimal> numbers, IReadOnlyDictionary<string, bool> facts)
    {
        var (left, right) = (Left.Of(numbers, facts), Right.Of(numbers, facts));
        return (left.True || right.True, left.False && right.False);
    }
}

/// <summary>The opposite.</summary>
internal sealed record OppositeCondition(Condition Operand) : Condition
{
    internal override IEnumerable<Condition> Parts => [Operand];

    internal override (bool True, bool False) Of(IReadOnlyDictionary<string, decimal> numbers, IReadOnlyDictionary<string, bool> facts)
    {
        var (isTrue, isFalse) = Operand.Of(numbers, facts);
        return (isFalse, isTrue);
    }
}

/// <summary>A comparison of a number of the row with a bound, which may be known as a range only.</summary>
internal sealed record NumberCondition(RowNumber Number, NumberComparison Comparison, decimal Least, decimal Most) : Condition
{
    internal override IEnumerable<Condition> Parts => [];

    internal override (bool True, bool False) Of(IReadOnlyDictionary<string, decimal> numbers, IReadOnlyDictionary<string, bool> facts)
    {
        var number = numbers[Number.Key];
        if (Least == Most) return Comparison.Holds(number, Least) ? (true, false) : (false, true);
        var (atLeast, atMost) = (Comparison.Holds(number, Least), Comparison.Holds(number, Most));
        var isWithin = number >= Least && number <= Most;
        return Comparison is NumberComparison.Equal or NumberComparison.NotEqual
            ? (isWithin || Comparison == NumberComparison.NotEqual, isWithin || Comparison == NumberComparison.Equal)
            : (atLeast || atMost, !atLeast || !atMost);
    }
}

/// <summary>What can't be reasoned about: it may be true or false, but is the same wherever it stands in the same words.</summary>
internal sealed record FactCondition(string Key) : Condition
{
    internal override IEnumerable<Condition> Parts => [];

    internal override (bool True, bool False) Of(IReadOnlyDictionary<string, decimal> numbers, IReadOnlyDictionary<string, bool> facts) => facts[Key] ? (true, false) : (false, true);
}
