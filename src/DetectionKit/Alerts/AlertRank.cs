using System.Linq.Expressions;

namespace DetectionKit;

/// <summary>How the alerts of a batch are ranked: by parts of their value, then window start, then key.</summary>
/// <typeparam name="TAlert">What an alert says.</typeparam>
public sealed class AlertRank<TAlert>
{
    private readonly IReadOnlyList<AlertRankPart> _parts;
    private readonly IReadOnlyList<Comparison<TAlert>> _comparisons;

    private AlertRank(IReadOnlyList<AlertRankPart> parts, IReadOnlyList<Comparison<TAlert>> comparisons)
    {
        _parts = parts;
        _comparisons = comparisons;
    }

    /// <summary>The parts, most significant first.</summary>
    public IReadOnlyList<AlertRankPart> Parts => _parts;

    /// <summary>Ranks by a value, greatest first.</summary>
    public static AlertRank<TAlert> ByDescending<TKey>(Expression<Func<TAlert, TKey>> key) => new AlertRank<TAlert>([], []).With(key, descending: true);

    /// <summary>Ranks by a value, least first.</summary>
    public static AlertRank<TAlert> By<TKey>(Expression<Func<TAlert, TKey>> key) => new AlertRank<TAlert>([], []).With(key, descending: false);

    /// <summary>Among equals, by another value, greatest first.</summary>
    public AlertRank<TAlert> ThenByDescending<TKey>(Expression<Func<TAlert, TKey>> key) => With(key, descending: true);

    /// <summary>Among equals, by another value, least first.</summary>
    public AlertRank<TAlert> ThenBy<TKey>(Expression<Func<TAlert, TKey>> key) => With(key, descending: false);

    /// <summary>The alerts in rank.</summary>
    public IReadOnlyList<Alert<TAlert>> Apply(IEnumerable<Alert<TAlert>> alerts)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        return [.. alerts.Order(Comparer<Alert<TAlert>>.Create(Compare))];
    }

    private int Compare(Alert<TAlert>? x, Alert<TAlert>? y)
    {
        foreach (var comparison in _comparisons)
        {
            if (comparison(x!.Value, y!.Value) is var order and not 0) return order;
        }

        return x!.Window.Start.CompareTo(y!.Window.Start) is var start and not 0 ? start : x.Key.CompareTo(y.Key);
    }

    private AlertRank<TAlert> With<TKey>(Expression<Func<TAlert, TKey>> key, bool descending)
    {
        ArgumentNullException.ThrowIfNull(key);
        var read = key.Compile();
        var order = ValueOrder<TKey>.Comparer;
        Comparison<TAlert> comparison = descending ? (x, y) => order.Compare(read(y), read(x)) : (x, y) => order.Compare(read(x), read(y));
        return new([.. _parts, new AlertRankPart(key, descending)], [.. _comparisons, comparison]);
    }
}
