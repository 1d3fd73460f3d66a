using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <content>Sequences, joins and first sights.</content>
public partial class DetectionQuery<T>
{
    /// <summary>
    /// Keeps rows that are followed by a row of <paramref name="next"/> with the same key, at the same time or at most <paramref name="within"/> later. Each row is matched once, with
    /// the first that satisfies <paramref name="where"/>; one row of <paramref name="next"/> may follow several. An event does not follow itself.
    /// </summary>
    /// <param name="next">The rows that follow.</param>
    /// <param name="by">The key of a row.</param>
    /// <param name="nextBy">The key of a row that follows, of the same shape.</param>
    /// <param name="within">How long after the row the other may come, in event time: <c>() => o.Within</c>.</param>
    /// <param name="result">Makes the new row of both. Its key is the sequence's, its window is from the first event to the last.</param>
    /// <param name="where">What both must satisfy beside the key; null for no more.</param>
    public DetectionQuery<TResult> FollowedBy<TNext, TKey, TResult>(
        DetectionQuery<TNext> next, Expression<Func<T, TKey>> by, Expression<Func<TNext, TKey>> nextBy, Expression<Func<TimeSpan>> within, Expression<Func<T, TNext, TResult>> result,
        Expression<Func<T, TNext, bool>>? where = null) => Sequence<TNext, TResult>(next, by, nextBy, within, where, result, SequenceStep.Required);

    /// <summary>
    /// Adds to rows the row of <paramref name="next"/> that follows, as <see cref="FollowedBy"/> does, or none (<c>null</c>) when none comes within the time. Such a row leaves
    /// when the time is over.
    /// </summary>
    /// <inheritdoc cref="FollowedBy" path="/param"/>
    public DetectionQuery<TResult> OptionallyFollowedBy<TNext, TKey, TResult>(
        DetectionQuery<TNext> next, Expression<Func<T, TKey>> by, Expression<Func<TNext, TKey>> nextBy, Expression<Func<TimeSpan>> within, Expression<Func<T, TNext?, TResult>> result,
        Expression<Func<T, TNext, bool>>? where = null)
        where TNext : class => Sequence<TNext, TResult>(next, by, nextBy, within, where, result, SequenceStep.Optional);

    /// <summary>Keeps rows that no row of <paramref name="next"/> with the same key follows within the time. They leave when the time is over.</summary>
    /// <inheritdoc cref="FollowedBy" path="/param"/>
    public DetectionQuery<T> NotFollowedBy<TNext, TKey>(
        DetectionQuery<TNext> next, Expression<Func<T, TKey>> by, Expression<Func<TNext, TKey>> nextBy, Expression<Func<TimeSpan>> within, Expression<Func<T, TNext, bool>>? where = null)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Sequence<TNext, T>(next, by, nextBy, within, where, Expression.Lambda(row, row, Expression.Parameter(typeof(TNext), "next")), SequenceStep.Absent);
    }

    /// <summary>The latest row of each key, to join others with: <c>hosts.Latest()</c>.</summary>
    /// <param name="within">How old it may be, in event time: <c>() => o.Memory</c>; null for any age, where the limits on state alone bound what is kept.</param>
    public Latest<T> Latest(Expression<Func<TimeSpan>>? within = null) => new(Node, within);

    /// <summary>
    /// Joins each row with the latest row of the same key, of its own time or before; a row without one is dropped. An event is not joined with itself. The row keeps its key, window and tier.
    /// </summary>
    /// <param name="latest">The rows to join with.</param>
    /// <param name="by">The key of a row.</param>
    /// <param name="latestBy">The key of a row to join with, of the same shape.</param>
    /// <param name="result">Makes the new row of both.</param>
    public DetectionQuery<TResult> Join<TLatest, TKey, TResult>(
        Latest<TLatest> latest, Expression<Func<T, TKey>> by, Expression<Func<TLatest, TKey>> latestBy, Expression<Func<T, TLatest, TResult>> result) => JoinLatest<TLatest, TResult>(latest, by, latestBy, result, isOptional: false);

    /// <summary>Joins as <see cref="Join"/> does; a row without a latest row goes on with <c>null</c> in its place.</summary>
    /// <inheritdoc cref="Join" path="/param"/>
    public DetectionQuery<TResult> LeftJoin<TLatest, TKey, TResult>(
        Latest<TLatest> latest, Expression<Func<T, TKey>> by, Expression<Func<TLatest, TKey>> latestBy, Expression<Func<T, TLatest?, TResult>> result)
        where TLatest : class => JoinLatest<TLatest, TResult>(latest, by, latestBy, result, isOptional: true);

    /// <summary>Keeps rows whose key was not seen before, or not for <paramref name="within"/>: each sight is remembered for that long.</summary>
    /// <param name="by">What is seen, such as <c>s => new { s.User, s.Address }</c>.</param>
    /// <param name="within">For how long it is remembered, in event time: <c>() => o.Memory</c>.</param>
    public DetectionQuery<T> FirstSeen<TKey>(Expression<Func<T, TKey>> by, Expression<Func<TimeSpan>> within) => new(new FirstSeenNode(Node, Given(by), Given(within)));

    private DetectionQuery<TResult> Sequence<TNext, TResult>(
        DetectionQuery<TNext> next, LambdaExpression by, LambdaExpression nextBy, LambdaExpression within, LambdaExpression? where, LambdaExpression result, SequenceStep step)
    {
        ArgumentNullException.ThrowIfNull(next);
        return DetectionQuery<TResult>.Over(new SequenceNode(Node, next.Node, Given(by), Given(nextBy), Given(within), where, Given(result), step));
    }

    private DetectionQuery<TResult> JoinLatest<TLatest, TResult>(Latest<TLatest> latest, LambdaExpression by, LambdaExpression latestBy, LambdaExpression result, bool isOptional)
    {
        ArgumentNullException.ThrowIfNull(latest);
        return DetectionQuery<TResult>.Over(new LatestNode(Node, latest.Node, Given(by), Given(latestBy), latest.Within, Given(result), isOptional));
    }
}
