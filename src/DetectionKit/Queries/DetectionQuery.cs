using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>
/// A query over rows of one type: events, aggregated rows or alerts alike. It is a description, held as an immutable plan of expression trees:
/// nothing runs until a detection is given events.
/// </summary>
/// <typeparam name="T">The type of a row.</typeparam>
public partial class DetectionQuery<T>
{
    private protected DetectionQuery(PlanNode node) => Node = node;

    internal PlanNode Node { get; }

    internal static DetectionQuery<T> Over(PlanNode node) => new(node);

    /// <summary>Keeps the rows for which <paramref name="predicate"/> is true. After an aggregate it filters the aggregated rows.</summary>
    public DetectionQuery<T> Where(Expression<Func<T, bool>> predicate) => new(Node.Where(Given(predicate)));

    /// <summary>Turns each row into another. The key, the window and the tier of the row stay with it.</summary>
    public DetectionQuery<TResult> Select<TResult>(Expression<Func<T, TResult>> selector) => DetectionQuery<TResult>.Over(Node.Select(Given(selector)));

    /// <summary>Groups rows by a key: one member, or several as <c>new { c.Host, c.User }</c>. A missing key part is a key of its own. Give it a window next.</summary>
    public Grouped<TKey, T> GroupBy<TKey>(Expression<Func<T, TKey>> key) => new(Node, Given(key));

    /// <summary>Cuts all rows into windows, without a key. Give it an aggregate next.</summary>
    public Windowed<T> Window(Expression<Func<WindowKinds, WindowSpec>> kind) => new(Node, Given(kind));

    /// <summary>Puts rows in tiers: the first whose condition holds. Close it with <c>Otherwise</c> or <c>Select</c>.</summary>
    /// <param name="tier">The tier, usually a member of an enum; a <see cref="TierLabelAttribute"/> on it gives its printed label.</param>
    /// <param name="when">When a row belongs to it.</param>
    public Tiered<T, TTier> Tier<TTier>(TTier tier, Expression<Func<T, bool>> when)
        where TTier : notnull => new Tiered<T, TTier>(Node, [], null).Tier(tier, when);

    /// <summary>The rows of both queries.</summary>
    public DetectionQuery<T> Merge(DetectionQuery<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(new MergeNode(Node, other.Node));
    }

    /// <summary>Removes duplicates: of the rows with equal <paramref name="by"/>, one that comes less than <paramref name="within"/> after the last one kept is dropped.</summary>
    /// <param name="by">What makes two rows duplicates.</param>
    /// <param name="within">For how long, in event time: <c>() => o.DuplicatesWithin</c>.</param>
    public DetectionQuery<T> Distinct<TKey>(Expression<Func<T, TKey>> by, Expression<Func<TimeSpan>> within) => new(new DistinctNode(Node, Given(by), Given(within)));

    /// <summary>Holds back alerts: of the rows with equal <paramref name="by"/>, one that comes less than <paramref name="for"/> after the last one let through is dropped.</summary>
    /// <param name="by">What the alerts are suppressed by, such as the host.</param>
    /// <param name="for">For how long, in event time: <c>() => o.Quiet</c>.</param>
    public DetectionQuery<T> Suppress<TKey>(Expression<Func<T, TKey>> by, Expression<Func<TimeSpan>> @for) => new(new SuppressNode(Node, Given(by), Given(@for)));

    /// <summary>Not there: group the whole row, and select in the aggregate.</summary>
    [Obsolete("Group the whole row (group c by c.Host, GroupBy(c => c.Host)) and select in the aggregate: w.Sum(c => c.Bytes).", error: true)]
    public Grouped<TKey, TElement> GroupBy<TKey, TElement>(Expression<Func<T, TKey>> key, Expression<Func<T, TElement>> element) => throw Unsupported.OutsideExpression();

    /// <summary>Not there: an aggregate needs a window.</summary>
    [Obsolete("An aggregate needs a window: .Window(w => w.Tumbling(o.Window)).Aggregate(…), with a GroupBy before it for a key.", error: true)]
    public DetectionQuery<TResult> Aggregate<TResult>(Expression<Func<Pane<T>, TResult>> result) => throw Unsupported.OutsideExpression();

    /// <summary>Not there: the order of alerts is fixed.</summary>
    [Obsolete("A detection has no orderby: alerts come by window end, then key. Rank batch output by overriding Rank on the detection.", error: true)]
    public DetectionQuery<T> OrderBy<TKey>(Expression<Func<T, TKey>> key) => throw Unsupported.OutsideExpression();

    /// <summary>Not there: the order of alerts is fixed.</summary>
    [Obsolete("A detection has no orderby: alerts come by window end, then key. Rank batch output by overriding Rank on the detection.", error: true)]
    public DetectionQuery<T> OrderByDescending<TKey>(Expression<Func<T, TKey>> key) => throw Unsupported.OutsideExpression();

    /// <summary>Not there: a detection has no cross join.</summary>
    [Obsolete("A detection has no cross join (two froms): merge the queries with Merge, or group and window first (from w in g.Window(…)).", error: true)]
    public DetectionQuery<TResult> SelectMany<TOther, TResult>(Expression<Func<T, DetectionQuery<TOther>>> other, Expression<Func<T, TOther, TResult>> result) => throw Unsupported.OutsideExpression();

    private protected static LambdaExpression Given(LambdaExpression? expression, [System.Runtime.CompilerServices.CallerMemberName] string stage = "") =>
        expression ?? throw new ArgumentNullException(nameof(expression), $"{stage} needs an expression.");
}
