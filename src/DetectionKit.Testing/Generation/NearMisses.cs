using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using DetectionKit.Queries;
using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Events;

namespace DetectionKit.Testing.Generation;

/// <summary>
/// Asks the stages of a plan that brings events together (sequences, joins, first sights, alerts of other detections): events that fire, then the same with one thing changed: an event left out, moved in time
/// against the others by each of the plan's spans, or with another value in one member.
/// </summary>
/// <param name="detection">The detection.</param>
/// <param name="plan">Its plan, or a changed copy.</param>
/// <param name="options">The options.</param>
internal sealed class NearMisses(Detection detection, DetectionPlan plan, object options)
{
    private const int FewEvents = 6, MostWays = 4, MostKept = 2, MostNamed = 40, MostTries = 200, MostProbes = 1_000;
    private readonly IReadOnlyList<PlanPath> _paths = PlanPath.Of(plan, options);
    private readonly Dictionary<Type, string> _times = plan.Sources.Select(source => (source.RowType, Time: source.Time.Lambda.Body as MemberExpression))
        .Where(source => source.Time is not null).ToDictionary(source => source.RowType, source => source.Time!.Member.Name);

    // What the plan compares with, wherever it does.
    private readonly IReadOnlyList<object> _named = [.. plan.Stages.Where(stage => stage is not SourceNode).SelectMany(stage => stage.Expressions).Where(e => e.Lambda.ReturnType == typeof(bool))
        .SelectMany(e => Constants.In(Inlining.Of(e.Lambda, e.Lambda.Parameters[0], options))).Distinct().Take(MostNamed)];

    private readonly List<Probe> _probes = [];

    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal IReadOnlyList<Probe> All()
    {
        foreach (var firing in FiringEvents())
        {
            Add(Stage(), "fires", firing);
            foreach (var (name, events) in PartsOf(firing))
            {
                if (events.Count < firing.Count) Add(Stage(), $"without {name}", [.. firing.Where(e => !events.Contains(e))]);
                AddTimes(firing, name, events);
                AddMembers(firing, name, events);
                AddBeyondOptional(firing, name, events);
            }

            AddRepetition(firing);
        }

        return _probes;
    }

    // Some of one event a way, a second apart, in any order, the most first; and the cases that a person keeps, the least first.
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    private IEnumerable<List<object>> FiringEvents()
    {
        var kept = detection.Cases.Where(one => one.Options is null && one.Expected?.Alerts > 0).Select(one => CaseEvents.Of(one).ToList()).OrderBy(events => events.Count);
        var some = SomeOfEach().ToList();
        return some.Concat(some.SelectMany(WithNamed).Take(MostTries)).Where(Fires).Take(1).Concat(kept.Where(Fires).Take(MostKept));
    }

    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    private bool Fires(List<object> events) =>
        events.Count > 0 && events.TrueForAll(e => _times.ContainsKey(e.GetType())) && CaseRunner.TryRun(detection, plan, CaseEvents.ToCase("fires", events), options) is { Alerts: > 0 };

    private IEnumerable<List<object>> SomeOfEach()
    {
        var one = _paths.Select(OneOf).OfType<object>().Take(MostWays).ToList();
        return Enumerable.Range(1, (1 << one.Count) - 1).OrderByDescending(chosen => System.Numerics.BitOperations.PopCount((uint)chosen))
            .SelectMany(chosen => Orders([.. one.Where((_, i) => (chosen & (1 << i)) != 0)])).Select(events => events.Select((e, i) => At(e, VirtualTime.Start.AddSeconds(i))).ToList());
    }

    // What a condition after the stage where events meet asks of one of them.
    private IEnumerable<List<object>> WithNamed(List<object> events) =>
        from e in events
        from member in EventShape.Of(e.GetType()).Members
        where member.Key != _times[e.GetType()]
        from value in _named.SelectMany(constant => MemberValues.Of(member.Key, member.Value, Expression.Constant(constant), Expression.Parameter(e.GetType(), "e"))).Distinct()
        select events.ConvertAll(other => ReferenceEquals(other, e) ? With(e, member.Key, value) : other);

    private object? OneOf(PlanPath path)
    {
        var filters = path.Filters.Select(filter => EventRequirement.Of(filter.Condition, path.Event)).ToList();
        return _times.ContainsKey(path.Event.Type) && new EventSolver(path.Event).Solve(filters, new Dictionary<string, object?>()) is { } values ? EventShape.Of(path.Event.Type).Make(values) : null;
    }

    private static IEnumerable<List<object>> Orders(List<object> events) => events.Count < 2 ? [events]
        : events.SelectMany((first, i) => Orders([.. events.Where((_, other) => other != i)]).Select(rest => (List<object>)[first, .. rest]));

    // Each event where they are few, else all of a kind together.
    private static IEnumerable<(string Name, HashSet<object> Events)> PartsOf(List<object> firing) => firing.Count <= FewEvents
        ? firing.Select(e => (NameOf(e, firing), new HashSet<object>([e], ReferenceEqualityComparer.Instance)))
        : firing.GroupBy(e => e.GetType()).Select(kind => (kind.Key.Name, new HashSet<object>(kind, ReferenceEqualityComparer.Instance)));

    private void AddRepetition(List<object> firing)
    {
        Add(Stage(), "twice at once", [.. firing, .. firing]);
        foreach (var (text, span) in Spans())
        {
            foreach (var part in new[] { 0.4, 0.75, 1, 1.5 })
                Add(text, string.Create(CultureInfo.InvariantCulture, $"again {span * part:c} later"), [.. firing, .. Moved(firing, span * part)]);

            // Seen, forgotten or not, and seen again.
            Add(text, $"three times, {span * 0.6:c} apart", [.. firing, .. Moved(firing, span * 0.6), .. Moved(firing, span * 1.2)]);
            foreach (var (kind, member) in firing.Select(e => e.GetType()).Distinct().SelectMany(kind => EventShape.Of(kind).Members.Keys.Where(member => member != _times[kind]).Select(member => (kind, member))))
                Add(text, $"again {span * 0.4:c} later, with another {member} of {kind.Name}", [.. firing, .. Moved(firing, span * 0.4).Select(e => e.GetType() == kind ? With(e, member, SampleValue.Other(ReadOf(e, member), 1)) : e)]);
        }
    }

    // What comes with an optional step shows only where the stages after it go by it: so it is asked again where they drop the row.
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    private void AddBeyondOptional(List<object> firing, string name, HashSet<object> events)
    {
        var kind = events.First().GetType();
        if (!plan.Stages.OfType<SequenceNode>().Any(node => node.Step == SequenceStep.Optional && plan.WithRoot(node.Inputs[1]).Sources.Any(source => source.RowType == kind))) return;
        var from = _probes.Count;
        AddMembers(firing, name, events);
        var silent = _probes[from..].Select(probe => CaseEvents.Of(probe.Case).ToList()).Where(changed => !Fires(changed)).Take(2).ToList();
        _probes.RemoveRange(from, _probes.Count - from);
        foreach (var dropped in silent)
        {
            var same = new HashSet<object>(dropped.Where(e => e.GetType() == kind && !firing.Contains(e)), ReferenceEqualityComparer.Instance);
            if (same.Count == 0) continue;
            AddTimes(dropped, name, same);
            AddMembers(dropped, name, same);
        }
    }

    private void AddTimes(List<object> firing, string name, HashSet<object> events)
    {
        foreach (var (text, span) in Spans())
        {
            foreach (var (label, by) in new (string, TimeSpan)[]
            {
                ("just within the time", span), ("just beyond the time", span + TimeSpan.FromTicks(1)), ("at three quarters of the time", span * 0.75), ("at half as much again", span * 1.5),
                ("before", -TimeSpan.FromSeconds(1)), ("long before", -span), ("too long before", -span * 1.5),
            })
            {
                // Told of the first event, so that the bound is met whatever the distances were.
                var start = firing.Where(e => !events.Contains(e)).Select(TimeOf).DefaultIfEmpty(VirtualTime.Start).Min();
                var own = events.Min(TimeOf);
                Add(text, $"{name} {label} ({span:c})", [.. firing.Select(e => events.Contains(e) ? At(e, start + by + (TimeOf(e) - own)) : e)]);
            }
        }
    }

    private void AddMembers(List<object> firing, string name, HashSet<object> events)
    {
        foreach (var kind in events.GroupBy(e => e.GetType()))
        {
            var shape = EventShape.Of(kind.Key);
            foreach (var (member, type) in shape.Members.Where(member => member.Key != _times[kind.Key]))
            {
                foreach (var (value, asks) in ValuesOf(kind.Key, member, type, ReadOf(kind.First(), member)))
                    Add(asks, $"{name}: {member} {Shown(value)}", [.. firing.Select(e => events.Contains(e) && e.GetType() == kind.Key ? With(e, member, value) : e)]);
            }
        }
    }

    // Another value, none, and those that the conditions on the way tell apart.
    private IEnumerable<(object? Value, string Asks)> ValuesOf(Type kind, string member, Type type, object? known)
    {
        var asked = new HashSet<string>();
        foreach (var path in _paths.Where(path => path.Event.Type == kind))
        {
            foreach (var (written, condition) in path.Filters.Where(filter => MemberValues.ReadBy(filter.Condition, path.Event).Contains(member)))
            {
                foreach (var value in MemberValues.Of(member, type, condition, path.Event))
                {
                    if (asked.Add(Shown(value))) yield return (value, PlanParts.Text(written));
                }
            }
        }

        var own = Expression.Parameter(kind, "e");
        foreach (var value in _named.SelectMany(constant => MemberValues.Of(member, type, Expression.Constant(constant), own)))
        {
            if (asked.Add(Shown(value))) yield return (value, Stage());
        }

        foreach (var other in SampleValue.Others(known, 1).Append(known is string text ? text.ToUpperInvariant() : null))
        {
            if (other is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null) continue;
            if (!Equals(other, known) && asked.Add(Shown(other))) yield return (other, Stage());
        }
    }

    private IEnumerable<(string Asks, TimeSpan Span)> Spans() => plan.Stages.SelectMany(stage => stage.Expressions)
        .Where(expression => expression.Lambda.ReturnType == typeof(TimeSpan) && expression.Lambda.Parameters.Count == 1)
        .Select(expression => (PlanParts.Text(expression), Inlined: Expression.Lambda<Func<TimeSpan>>(Inlining.Of(expression.Lambda, Expression.Constant(options), options))))
        .Select(one => (one.Item1, one.Inlined.Compile(preferInterpretation: true)())).Where(one => one.Item2 > TimeSpan.Zero).DistinctBy(one => one.Item2);

    private string Stage() => plan.Stages.LastOrDefault(stage => stage is MatchNode or FirstSeenNode or AlertsNode)?.Kind ?? plan.Root.Kind;

    private DateTimeOffset TimeOf(object e) => (DateTimeOffset)ReadOf(e, _times[e.GetType()])!;

    private IEnumerable<object> Moved(IEnumerable<object> events, TimeSpan by) => events.Select(e => At(e, TimeOf(e) + by));

    private object At(object e, DateTimeOffset time) => With(e, _times[e.GetType()], time);

    private static object With(object e, string member, object? value)
    {
        var shape = EventShape.Of(e.GetType());
        return shape.Make(shape.Members.Keys.ToDictionary(name => name, name => name == member ? value : ReadOf(e, name)));
    }

    private static object? ReadOf(object e, string member) => e.GetType().GetProperty(member)!.GetValue(e);

    private static string NameOf(object e, List<object> all) => all.Count(other => other.GetType() == e.GetType()) == 1
        ? $"the {e.GetType().Name}"
        : string.Create(CultureInfo.InvariantCulture, $"{e.GetType().Name} {all.Where(other => other.GetType() == e.GetType()).TakeWhile(other => !ReferenceEquals(other, e)).Count() + 1}");

    private void Add(string asks, string name, List<object> events)
    {
        if (events.Count > 0 && _probes.Count < MostProbes) _probes.Add(new(asks, CaseEvents.ToCase(name, events), events.Count));
    }

    private static string Shown(object? value) => value is null ? "missing" : value is "" ? "empty" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
