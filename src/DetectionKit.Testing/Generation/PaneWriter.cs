using System.Linq.Expressions;
using DetectionKit.Testing.Events;

namespace DetectionKit.Testing.Generation;

/// <summary>Writes the events of a pane whose aggregates have given values.</summary>
internal sealed class PaneWriter
{
    internal const int MaxEvents = 20_000;

    // Where nothing says how many events a pane has: several, so that one of them can be told from the others.
    private const int AnyNumber = 4;
    private readonly Dictionary<LambdaExpression, EventRequirement> _within = [];
    private readonly PlanPath _path;
    private readonly EventSolver _solver;
    private readonly EventShape _shape;

    internal PaneWriter(PlanPath path, EventSolver solver, IReadOnlyDictionary<string, object?> any, IReadOnlyList<EventRequirement> filters)
    {
        (_path, _solver, Any, Filters) = (path, solver, any, filters);
        _shape = EventShape.Of(path.Event.Type);
    }

    internal IReadOnlyDictionary<string, object?> Any { get; }

    internal IReadOnlyList<EventRequirement> Filters { get; }

    /// <summary>The events, without their times; null where none were found.</summary>
    /// <param name="wanted">The values of the aggregates.</param>
    /// <param name="least">The least number of events, where none of the aggregates is their number.</param>
    internal IReadOnlyList<Dictionary<string, object?>>? Write(IReadOnlyList<(AggregateCall Call, double Value)> wanted, int least = 0)
    {
        var parts = wanted.Where(w => w.Call.Filter is not null).GroupBy(w => w.Call.Filter!.ToString()).Select(part => (part.First().Call.Filter!, Count: Least(part))).ToList();
        var whole = wanted.Where(w => w.Call.Filter is null).ToList();
        var count = Exact(whole) ?? Math.Max(Math.Max(least, Least(whole)), Math.Max(1, parts.Sum(part => part.Count)));
        if (count is < 1 or > MaxEvents) return null;

        var rows = Enumerable.Range(0, count).Select(_ => new Dictionary<string, object?>(Any)).ToList();
        if (parts.Count > 0 && !Divide(rows, parts)) return null;
        foreach (var (call, value) in wanted) Give(call, value, call.Filter is null ? rows : rows.FindAll(Within(call.Filter).IsMetBy));
        foreach (var (call, value) in wanted.Where(w => w.Call is { Method: "First" or "Last", Selector: not null } && w.Call.Type == typeof(bool)))
        {
            if (!SetEnd(rows, call, value != 0, Exact(whole) is not null)) return null;
        }

        return _path.Distinct.Count == 0 ? rows : ToldApart(rows);
    }

    /// <summary>A member that an expression over the window's rows reads, and that may be varied.</summary>
    internal string? MemberOf(LambdaExpression selector) => MembersOf(Inlining.Of(selector, _path.Row, new object())).FirstOrDefault();

    internal IEnumerable<string> MembersOf(Expression expression) => MemberValues.ReadBy(expression, _path.Event).Where(member => _shape.Members.ContainsKey(member) && member != _shape.TimeMember);

    /// <summary>Another value of a member that passes the filters; the value itself where none was found.</summary>
    internal object? OtherOf(IReadOnlyDictionary<string, object?> row, string member, int index)
    {
        var value = row.TryGetValue(member, out var known) ? known : SampleValue.Of(member, _shape.Members[member]);
        for (var i = index; i < index + 3; i++)
        {
            foreach (var other in SampleValue.Others(value, i))
            {
                if (Filters.All(filter => !filter.Members.Contains(member) || filter.IsMetBy(new Dictionary<string, object?>(row) { [member] = other }))) return other;
            }
        }

        return value;
    }

    private static int? Exact(IEnumerable<(AggregateCall Call, double Value)> wanted)
    {
        foreach (var (call, value) in wanted)
        {
            if (call.Method is "Count" or "LongCount") return (int)Math.Min(value, int.MaxValue);
        }

        return null;
    }

    private static int Least(IEnumerable<(AggregateCall Call, double Value)> wanted) =>
        Exact(wanted) ?? (int)wanted.Select(w => w.Call.Method is "CountDistinct" or "DistinctValues" ? w.Value : AnyNumber).DefaultIfEmpty(0).Max();

    private EventRequirement Within(LambdaExpression filter)
    {
        if (!_within.TryGetValue(filter, out var known)) _within.Add(filter, known = EventRequirement.Of(Inlining.Of(filter, _path.Row, new object()), _path.Event));
        return known;
    }

    // The first so many rows in the first part, and so on; the rest in none.
    private bool Divide(List<Dictionary<string, object?>> rows, List<(LambdaExpression Filter, int Count)> parts)
    {
        var tests = parts.ConvertAll(part => Within(part.Filter));
        var at = 0;
        for (var i = 0; i <= parts.Count; i++)
        {
            var requirements = tests.Select((test, n) => n == i ? test : test.Not()).ToList();
            var until = i == parts.Count ? rows.Count : Math.Min(rows.Count, at + parts[i].Count);
            if (until == at) continue;
            if (_solver.Solve([.. Filters, .. requirements], Any) is not { } row) return false;
            for (; at < until; at++) rows[at] = new(row);
        }

        return true;
    }

    // The first or last row is one that the selector says so of: another in its place where the number of rows is given, else one more.
    private bool SetEnd(List<Dictionary<string, object?>> rows, AggregateCall call, bool wanted, bool isCounted)
    {
        var requirement = Within(call.Selector!);
        if (!wanted) requirement = requirement.Not();
        var at = call.Method == "First" ? 0 : rows.Count - 1;
        if (requirement.IsMetBy(rows[at])) return true;
        if (_solver.Solve([.. Filters, requirement], rows[at]) is not { } row) return false;
        if (isCounted) rows[at] = new(row);
        else rows.Insert(call.Method == "First" ? 0 : rows.Count, new(row));
        return true;
    }

    private void Give(AggregateCall call, double value, List<Dictionary<string, object?>> rows)
    {
        if (call.Selector is null || MemberOf(call.Selector) is not { } member) return;
        var type = _shape.Members[member];
        var number = SampleValue.IsNumber(Nullable.GetUnderlyingType(type) ?? type);
        for (var i = 0; i < rows.Count; i++)
        {
            if (call.Method is "CountDistinct" or "DistinctValues") rows[i][member] = value < 1 ? null : OtherOf(rows[i], member, i % (int)Math.Min(value, MaxEvents));
            else if (number) rows[i][member] = SampleValue.FromNumber(Share(call.Method, value, i, rows.Count), type);
        }
    }

    // A sum is shared out, the greatest and the least stand out by one; of all else each row has the value.
    private static double Share(string aggregate, double value, int row, int rows) => aggregate switch
    {
        "Sum" => Math.Floor(value / rows) + (row == 0 ? value - (Math.Floor(value / rows) * rows) : 0),
        "Max" => row == 0 ? value : value - 1,
        "Min" => row == 0 ? value : value + 1,
        _ => value,
    };

    // Rows that are equal by what a Distinct stage goes by would be one.
    private List<Dictionary<string, object?>> ToldApart(List<Dictionary<string, object?>> rows)
    {
        var key = _path.Key is null ? [] : MembersOf(_path.Key).ToList();
        foreach (var member in _path.Distinct.SelectMany(MembersOf).Except(key).Take(1))
        {
            for (var i = 0; i < rows.Count; i++) rows[i][member] = OtherOf(Any, member, i);
        }

        return rows;
    }
}
