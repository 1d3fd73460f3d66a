using System.Globalization;
using DetectionKit.Queries;
using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Events;

namespace DetectionKit.Testing.Generation;

/// <summary>Asks every stage of a path its questions: each bound from both sides, each part of the key, each filter, the edges of the window, repetition.</summary>
/// <param name="path">The path.</param>
/// <param name="options">The options.</param>
/// <param name="fires">Whether the plan makes an alert of events.</param>
/// <param name="kept">Cases that a person keeps: where nothing that was made fires, one of these that does shows the way.</param>
internal sealed class PathProbes(PlanPath path, object options, Func<DetectionCase, bool> fires, IReadOnlyList<DetectionCase> kept)
{
    private const int MaxCombinations = 400;
    private readonly EventShape _shape = EventShape.Of(path.Event.Type);
    private readonly EventSolver _solver = new(path.Event);
    private readonly List<Probe> _probes = [];
    private IReadOnlyList<(AggregateCall Call, double Value)> _wanted = [];
    private IReadOnlyList<DateTimeOffset>? _times;
    private PaneWriter _writer = null!;
    private WindowSchedule _schedule = null!;

    /// <summary>The least events that make an alert, found on the way; null where none were.</summary>
    internal IReadOnlyList<Dictionary<string, object?>>? Firing { get; private set; }

    internal string? Time => path.Source.Time.Lambda.Body is System.Linq.Expressions.MemberExpression member && _shape.Members.ContainsKey(member.Member.Name) ? member.Member.Name : null;

    /// <summary>All questions.</summary>
    internal IReadOnlyList<Probe> All()
    {
        if (Time is null) return [];
        var filters = path.Filters.Select(filter => EventRequirement.Of(filter.Condition, path.Event)).ToList();
        if (_solver.Solve(filters, new Dictionary<string, object?>()) is not { } any) return [];
        _writer = new(path, _solver, any, filters);
        _schedule = WindowSchedule.Of(path, options, any.TryGetValue(Time, out var time) ? (DateTimeOffset)time! : VirtualTime.Start);
        AddPanes();
        foreach (var (_, member, value) in Firing is null ? KeyValues() : [])
        {
            _writer = new(path, _solver, new Dictionary<string, object?>(any) { [member] = value }, filters);
            AddPanes();
            if (Firing is not null) break;
        }

        if (Firing is null) TakeKept();
        if (Firing is null) return _probes;
        AddFilters();
        if (path.Window is not null)
        {
            AddKeys();
            AddKeyValues();
            AddEdges();
        }

        AddRepetition();
        return _probes;
    }

    /// <summary>Events at times.</summary>
    internal IEnumerable<object> Timed(IReadOnlyList<Dictionary<string, object?>> rows, IEnumerable<DateTimeOffset> times) =>
        rows.Zip(times, (row, time) => _shape.Make(new Dictionary<string, object?>(row) { [Time!] = time }));

    internal IEnumerable<DateTimeOffset> Spread(int count, double from = 0, double length = 0.98) => _times is { Count: var known } times && known == count
        ? times.Select(time => _schedule.Start + ((time - _schedule.Start) * (length / 0.98)) + (_schedule.Size * from))
        : _schedule.Spread(count, from, length);

    // The least of the kept cases that fires, with its own times.
    private void TakeKept()
    {
        foreach (var events in kept.Where(one => one.Options is null).Select(CaseEvents.Of).Where(events => events.Count > 0 && events.All(path.Event.Type.IsInstanceOfType)).OrderBy(events => events.Count))
        {
            var rows = events.Select(e => _shape.Members.Keys.ToDictionary(member => member, member => path.Event.Type.GetProperty(member)!.GetValue(e))).ToList();
            if (!fires(CaseEvents.ToCase("kept", events))) continue;
            (Firing, _times) = (rows, [.. rows.Select(row => (DateTimeOffset)row[Time!]!)]);
            Add(Text(path.Window ?? (PlanNode)path.Source), "as a kept case", events);
            return;
        }
    }

    private void AddPanes()
    {
        var calls = AggregateCall.Of(path);
        foreach (var wanted in Combinations(calls))
        {
            if (_writer.Write(wanted) is not { } rows) continue;
            var name = wanted.Count == 0 ? "an event" : string.Join(", ", wanted.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Call.Name} {w.Value}")));
            var one = Add(wanted.Count == 0 ? Text(path.Window ?? (PlanNode)path.Source) : Text(wanted[0].Call.Values[wanted[0].Value]), name, Timed(rows, Spread(rows.Count)));
            if ((Firing is null || rows.Count < Firing.Count) && fires(one)) (Firing, _wanted) = (rows, wanted);
            if (wanted.Count > 0 && wanted.All(w => w.Call.Method is "CountDistinct")) Add(Text(wanted[0].Call.Values[wanted[0].Value]), name + ", each twice", Timed([.. rows, .. rows], Spread(2 * rows.Count)));
            if (_schedule.IsAtEveryEvent) Add(Text(path.Window!.Window), name + ", all at one time", Timed(rows, Spread(rows.Count, 0, 0)));
        }
    }

    // Every combination of the values where they are few; else each value with the least and the greatest of the others.
    private static IEnumerable<IReadOnlyList<(AggregateCall Call, double Value)>> Combinations(IReadOnlyList<AggregateCall> calls)
    {
        if (calls.Aggregate(1.0, (product, call) => product * call.Values.Count) <= MaxCombinations)
        {
            IEnumerable<IReadOnlyList<(AggregateCall, double)>> all = [[]];
            return calls.Aggregate(all, (made, call) => made.SelectMany(known => call.Values.Keys.Select(value => (IReadOnlyList<(AggregateCall, double)>)[.. known, (call, value)])));
        }

        return calls.SelectMany(varied => varied.Values.Keys.SelectMany(value => new[] { false, true }.Select(greatest => (IReadOnlyList<(AggregateCall, double)>)
            [(varied, value), .. calls.Where(other => other != varied).Select(other => (other, greatest ? other.Values.Keys.Last() : other.Values.Keys.First()))])));
    }

    private void AddFilters()
    {
        foreach (var ((written, condition), requirement) in path.Filters.Zip(_writer.Filters))
        {
            foreach (var time in requirement.Members.Contains(Time!) ? _solver.ValuesOf(Time!, condition).OfType<DateTimeOffset>() : [])
                Add(Text(written), string.Create(CultureInfo.InvariantCulture, $"at {time:dddd HH:mm}"), Timed(Firing!, Spread(Firing!.Count).Select(at => time + (at - _schedule.Start))));
            foreach (var member in requirement.Members.Where(member => member != Time))
            {
                foreach (var value in _solver.ValuesOf(member, condition)) Add(Text(written), $"{member} {Shown(value)}", Timed(With(Firing!, member, value), Spread(Firing!.Count)));
            }
        }
    }

    private void AddKeys()
    {
        var key = path.Key is null ? [] : _writer.MembersOf(path.Key).ToList();
        var keyed = Text(path.Window!.Key ?? path.Window.Window);
        foreach (var member in _shape.Members.Keys.Where(member => member != Time))
        {
            var name = key.Contains(member) ? $"half of them with another {member}" : $"{member}, which is no part of the key, in two values";
            Add(keyed, name, Timed([.. Firing!.Select((row, i) => Varied(row, member, i % 2))], Spread(Firing!.Count)));
            if (key.Contains(member)) Add(keyed, $"the same again with another {member}", Timed(Firing!, Spread(Firing!.Count)).Concat(Timed([.. Firing!.Select(row => Varied(row, member, 1))], Spread(Firing!.Count))));
        }
    }

    // What conditions on panes ask of the key's parts.
    private void AddKeyValues()
    {
        foreach (var (written, member, value) in KeyValues()) Add(Text(written), $"{member} {Shown(value)}", Timed(With(Firing!, member, value), Spread(Firing!.Count)));
    }

    private IEnumerable<(PlanExpression Written, string Member, object? Value)> KeyValues() =>
        from condition in path.KeyConditions
        from member in _writer.MembersOf(condition.Condition)
        from value in _solver.ValuesOf(member, condition.Condition)
        where _writer.Filters.All(filter => !filter.Members.Contains(member) || filter.IsMetBy(new Dictionary<string, object?>(_writer.Any) { [member] = value }))
        select (condition.Written, member, value);

    private void AddEdges()
    {
        var (rows, count, window) = (Firing!, Firing!.Count, Text(path.Window!.Window));
        Add(window, "astride the edge of a window", Timed(rows, Spread(count, 0.75, _schedule.IsSession ? 0.98 : 0.5)));
        Add(window, "half a window late", Timed(rows, Spread(count, 0.5)));
        Add(window, "in the first half of a window", Timed(rows, Spread(count, 0, 0.45)));
        Add(window, "over two windows", Timed(rows, Spread(count, 0, 1.96)));
        Add(window, "just within the window", Timed(rows, count == 1 ? Spread(1) : [.. Spread(count - 1, 0, 0.5), Spread(1, 1).First().AddTicks(-1)]));
        Add(window, "the last one at the end of the window", Timed(rows, count == 1 ? Spread(1, 1) : [.. Spread(count - 1, 0, 0.5), Spread(1, 1).First()]));
        if (_schedule.IsSession) AddSessions(window);
        if (count > 1) Add(window, "one short in each of two windows", Timed([.. rows.Skip(1), .. rows.Skip(1)], [.. Spread(count - 1), .. Spread(count - 1, 1)]));
    }

    private void AddSessions(string window)
    {
        Add(window, "just over the gap apart", Timed(Firing!, Spread(Firing!.Count, 0, 1.05)));
        foreach (var part in new[] { 0.75, 1.5 }.Where(part => _schedule.Reach(part) < PaneWriter.MaxEvents))
        {
            if (_writer.Write(_wanted, _schedule.Reach(part)) is { } rows)
                Add(window, string.Create(CultureInfo.InvariantCulture, $"over {part} times the longest session"), Timed(rows, Spread(rows.Count)));
        }
    }

    private void AddRepetition()
    {
        var count = Firing!.Count;
        var stage = Text(path.Beyond.Count > 0 ? path.Beyond[0] : path.Window ?? (PlanNode)path.Source);
        var distances = new SortedSet<double> { 1, 2 };
        foreach (var within in path.Beyond.OfType<FirstPerKeyNode>())
        {
            if (Constants.TryEvaluate(Inlining.Of(within.Within.Lambda, System.Linq.Expressions.Expression.Constant(options), options), out var span) && span is TimeSpan time)
                distances.UnionWith(new[] { 0.6, 0.9, 1.1, 1.9 }.Select(part => Math.Max(1, Math.Round(part * (time / _schedule.Size)))));
        }

        foreach (var distance in distances.Where(distance => distance < 10_000))
            Add(stage, string.Create(CultureInfo.InvariantCulture, $"again {distance} windows later"), Timed([.. Firing, .. Firing], [.. Spread(count), .. Spread(count, distance)]));
        Add(stage, "in three windows one after the other", Timed([.. Firing, .. Firing, .. Firing], [.. Spread(count), .. Spread(count, 1), .. Spread(count, 2)]));

        // What stages beyond the window count is groups.
        var bounds = path.Beyond.SelectMany(node => node.Expressions).SelectMany(e => Constants.In(Inlining.Of(e.Lambda, e.Lambda.Parameters[0], options))).Where(value => value is int or long).Select(SampleValue.ToNumber);
        foreach (var groups in bounds.SelectMany(bound => new[] { bound - 1, bound, bound + 1 }).Where(groups => groups > 1 && groups * count <= PaneWriter.MaxEvents).Distinct())
        {
            foreach (var member in path.Key is null ? [] : _writer.MembersOf(path.Key))
                Add(stage, string.Create(CultureInfo.InvariantCulture, $"{groups} groups by {member}"), Enumerable.Range(0, (int)groups).SelectMany(group => Timed([.. Firing.Select(row => Varied(row, member, group))], Spread(count))));
        }
    }

    private Dictionary<string, object?> Varied(IReadOnlyDictionary<string, object?> row, string member, int index) => new(row) { [member] = _writer.OtherOf(row, member, index) };

    private static List<Dictionary<string, object?>> With(IReadOnlyList<Dictionary<string, object?>> rows, string member, object? value) => [.. rows.Select(row => new Dictionary<string, object?>(row) { [member] = value })];

    private DetectionCase Add(string asks, string name, IEnumerable<object> events)
    {
        var all = events.ToList();
        var probe = new Probe(asks, CaseEvents.ToCase(name, all), all.Count);
        _probes.Add(probe);
        return probe.Case;
    }

    private static string Text(PlanExpression written) => PlanParts.Text(written);

    private static string Text(PlanNode stage) => string.Join("; ", PlanParts.Of(stage));

    private static string Shown(object? value) => value switch
    {
        null => "missing",
        "" => "empty",
        string { Length: > 40 } text => $"of {text.Length} characters",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
