using System.Linq.Expressions;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>
/// A loop over a block of events that asks the processor for the texts and addresses which the filters are about to read. A filter's branch can't be foretold, so the loop that
/// filters waits for each of them in turn; asked for beforehand, they come side by side: 1.60 times the time of a loop by hand became 1.48 with shared strings, 1.42 became 1.34 with strings of
/// each event's own (4 million events of the flagship).
/// </summary>
internal static class PrefetchLoop
{
    /// <summary>The loop; an empty one where filters read nothing that may lie far away. It runs no code of the event's class, which might throw.</summary>
    internal static Expression<Action<Rows<T>>> Compile<T>(PlanNode[] chain)
    {
        var rows = Expression.Parameter(typeof(Rows<T>), "rows");
        var members = MembersOf<T>(chain);
        if (typeof(T).IsValueType || members.Count == 0) return Expression.Lambda<Action<Rows<T>>>(Expression.Empty(), rows);
        var locals = new LoopLocals();
        var index = locals.Add("i", Expression.Field(rows, nameof(Rows.Row)));
        var until = locals.Add("until", Expression.Field(rows, nameof(Rows.Until)));
        var (item, load) = LoopCompiler.Items<T>(rows, index, locals).Load!.Value;
        var asks = members.Select(member => Expression.Call(typeof(Prefetching), nameof(Prefetching.Start), null, Expression.Property(item, member)));
        var step = Expression.IfThen(Expression.ReferenceNotEqual(item, Expression.Constant(null, typeof(T))), Expression.Block(asks));
        var loop = LoopCompiler.Counted(index, until, Expression.Block([item], load, step));
        return Expression.Lambda<Action<Rows<T>>>(Expression.Block(typeof(void), locals.Variables, [.. locals.Code, loop]), rows);
    }

    private static List<PropertyInfo> MembersOf<T>(PlanNode[] chain)
    {
        var reads = new SortedSet<string>(StringComparer.Ordinal);
        _ = ChainCompiler.Compile(RowBinding.Noting(typeof(T), reads), ChainCompiler.NoTier, chain, (_, _) => Expression.Empty());
        return [.. reads.Select(name => EventMembers.Find(typeof(T), name)).OfType<PropertyInfo>().Where(property => (property.PropertyType == typeof(string) || property.PropertyType == typeof(IPAddress)) && IsPlain(property))];
    }

    // An automatic property that no class can override: reading it is reading a field.
    private static bool IsPlain(PropertyInfo property) =>
        property.GetMethod is { IsVirtual: false, IsStatic: false } get && get.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
