using DetectionKit.Queries;

namespace DetectionKit.Testing.Harness;

/// <summary>How far the events of a failed test came: which stage dropped them, or what the nearest group was short of.</summary>
internal static class FailureText
{
    internal static string Of(Detection detection, DetectionCase given, object? options) => detection.Accept(new Explainer(given, options));

    private sealed class Explainer(DetectionCase given, object? options) : IDetectionVisitor<string>
    {
        public string Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
            where TOptions : class, new()
        {
            var reader = new Reader<TAlert, TOptions>(detection, (TOptions?)options);
            given.Give(reader);
            return string.Join("\n", reader.Texts);
        }
    }

    private sealed class Reader<TAlert, TOptions>(Detection<TAlert, TOptions> detection, TOptions? options) : ICaseEventReader
        where TOptions : class, new()
    {
        internal List<string> Texts { get; } = [];

        public void Read<TEvent>(IReadOnlyList<TEvent> events)
        {
            if (events.Count == 0)
            {
                Texts.Add($"No {typeof(TEvent).Name} was given.");
                return;
            }

            try
            {
                Texts.Add(Explanation(events));
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException)
            {
                Texts.Add($"{events.Count} {typeof(TEvent).Name}: no explanation ({e.Message})");
            }
        }

        // Of the groups at the time of the first event, if there is a window; else of the event.
        private string Explanation<TEvent>(IReadOnlyList<TEvent> events)
        {
            var source = detection.Plan.Sources.FirstOrDefault(source => source.RowType == typeof(TEvent));
            if (source is null || !detection.Plan.Stages.OfType<AggregateNode>().Any()) return detection.Explain(events[0], options).ToString();
            var time = source.Time.Lambda.Compile().DynamicInvoke([events[0], .. source.Time.Lambda.Parameters.Skip(1).Select(_ => (object)(options ?? new()))]);
            var groups = detection.Explain(events, new { }, (DateTimeOffset)time!, options);
            return groups.Panes.Count > 0 ? groups.ToString() : $"{groups}\n{detection.Explain(events[0], options)}";
        }
    }
}
