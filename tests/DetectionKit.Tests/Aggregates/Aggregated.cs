namespace DetectionKit.Tests.Aggregates;

/// <summary>What an aggregate makes of readings, through a whole query in one window.</summary>
internal static class Aggregated
{
    internal static TResult By<TResult>(IEnumerable<Reading> readings, Func<Windowed<Reading>, DetectionQuery<TResult>> aggregate) =>
        readings.Detect(Detection.Define<Reading, TResult>("aggregated", events => aggregate(events.Window(w => w.Tumbling(TimeSpan.FromHours(1)))))).ShouldHaveSingleItem().Value;
}
