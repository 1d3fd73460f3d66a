using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Rows being put in tiers. Close it with a Select of the row and its tier; rows in no tier make no alert when there is no <see cref="Otherwise"/>.</summary>
public sealed class Tiered<T, TTier>
    where TTier : notnull
{
    private readonly PlanNode _input;
    private readonly IReadOnlyList<PlanTier> _tiers;
    private readonly AlertTier? _otherwise;
    private readonly LambdaExpression? _raise;

    internal Tiered(PlanNode input, IReadOnlyList<PlanTier> tiers, AlertTier? otherwise, LambdaExpression? raise = null)
    {
        _input = input;
        _tiers = tiers;
        _otherwise = otherwise;
        _raise = raise;
    }

    /// <summary>One more tier, tried when none before it holds.</summary>
    /// <exception cref="InvalidOperationException">It stands after <see cref="Otherwise"/>, and could never be reached.</exception>
    public Tiered<T, TTier> Tier(TTier tier, Expression<Func<T, bool>> when)
    {
        ArgumentNullException.ThrowIfNull(tier);
        ArgumentNullException.ThrowIfNull(when);
        if (_otherwise is not null) throw new InvalidOperationException($"Tier {tier} stands after Otherwise and can never be reached: put it before.");
        if (_raise is not null) throw new InvalidOperationException($"Tier {tier} stands after RaiseWhen: put all tiers before it.");
        return new(_input, [.. _tiers, new PlanTier(AlertTier.Of(tier), when)], null);
    }

    /// <summary>The tier of the rows for which no condition holds.</summary>
    public Tiered<T, TTier> Otherwise(TTier tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return new(_input, _tiers, AlertTier.Of(tier), _raise);
    }

    /// <summary>Raises rows by one tier: one for which it holds is in the tier that stands before its own; in the first it stays there, and in none it stays in none.</summary>
    /// <exception cref="InvalidOperationException">There is another.</exception>
    public Tiered<T, TTier> RaiseWhen(Expression<Func<T, bool>> when)
    {
        ArgumentNullException.ThrowIfNull(when);
        if (_raise is not null) throw new InvalidOperationException("Tiers are raised once: put both conditions in one RaiseWhen, with || between them.");
        return new(_input, _tiers, _otherwise, when);
    }

    /// <summary>Makes the alert of a row and its tier.</summary>
    public DetectionQuery<TResult> Select<TResult>(Expression<Func<T, TTier, TResult>> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return DetectionQuery<TResult>.Over(new TierNode(_input, _tiers, _otherwise, result, _raise));
    }

    /// <summary>Not there: filter before the tiers, or after their Select.</summary>
    [Obsolete("Filter before the first Tier, or after the Select that closes the tiers.", error: true)]
    public Tiered<T, TTier> Where(Expression<Func<T, bool>> predicate) => throw Unsupported.OutsideExpression();

    /// <summary>Not there: the tiers need a Select with two parameters.</summary>
    [Obsolete("Close the tiers with a Select of the row and its tier: .Select((row, tier) => …).", error: true)]
    public DetectionQuery<TResult> Select<TResult>(Expression<Func<T, TResult>> result) => throw Unsupported.OutsideExpression();
}
