using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.Engine.Keys;

/// <summary>Streams of ever new keys: codes are given up and used again, and no alert names a key that is not its own.</summary>
public sealed class ManyKeysTests
{
    // So many that codes are given up, however few tries properties are given.
    private const int Hours = 8, HostsAnHour = 3_000;

    // A third of the hosts of each hour are those of the hour before.
    private static readonly Beat[] s_beats =
    [
        .. from hour in Enumerable.Range(0, Hours)
           from beat in Enumerable.Range(0, HostsAnHour)
           select new Beat(Beat.Ten.AddHours(hour).AddSeconds(beat), $"host {(hour * HostsAnHour) + beat - (beat % 3 == 0 ? HostsAnHour : 0)}"),
    ];

    private static readonly RunSettings s_settings = new() { Disorder = Disorder.None };

    [Fact]
    public void Tumbling_windows_name_the_key_they_counted()
    {
        var detection = Detection.Define<Beat, string>("tumbling", events => events
            .GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Key + "=" + w.Count()));

        AreExpected(Values(detection));
    }

    [Fact]
    public void Keys_of_two_parts_are_those_they_counted()
    {
        var detection = Detection.Define<Beat, string>("two-parts", events => events
            .GroupBy(b => new { b.Time.Hour, b.Host }).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Key.Host + "=" + w.Count()));

        AreExpected(Values(detection));
    }

    [Fact]
    public void Hopping_windows_name_the_key_they_counted()
    {
        var detection = Detection.Define<Beat, string>("hopping", events => events
            .GroupBy(b => b.Host).Window(w => w.Hopping(TimeSpan.FromHours(1), TimeSpan.FromMinutes(30))).Aggregate(w => new { w.Key, w.Start, N = w.Count() })
            .Where(b => b.Start.Minute == 0).Select(b => b.Key + "=" + b.N));

        AreExpected(Values(detection));
    }

    [Fact]
    public void Sessions_name_the_key_they_counted()
    {
        var detection = Detection.Define<Beat, string>("session", events => events
            .GroupBy(b => b.Host).Window(w => w.Session(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1))).Aggregate(w => w.Key + "=" + w.Count()));

        AreExpected(Values(detection));
    }

    [Fact]
    public void Distinct_tells_keys_apart()
    {
        var detection = Detection.Define<Beat, string>("distinct", events => events.Distinct(b => b.Host, () => TimeSpan.FromMinutes(30)).Select(b => b.Host + "=1"));

        AreExpected(Values(detection));
    }

    [Fact]
    public void Keys_of_dictionary_columns_are_those_they_counted()
    {
        const int BatchSize = 512;
        var dictionary = new ValueDictionary<string>();
        var indices = s_beats.Select(beat => beat.Host).Distinct().ToDictionary(host => host!, dictionary.Add);
        var batches = s_beats.Chunk(BatchSize).Select(beats => (EventBatch<Beat>)new ColumnBatch<Beat>(beats.Length, row => beats[row])
            .Add(beat => beat.Time, [.. beats.Select(beat => beat.Time)])
            .Add(beat => beat.Host, new DictionaryColumn<string>([.. beats.Select(beat => indices[beat.Host!])], dictionary)));
        var detection = Detection.Define<Beat, string>("columns", events => events
            .GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Key + "=" + w.Count()));

        AreExpected(batches.Detect(detection, settings: s_settings).Select(alert => alert.Value));
    }

    private static IEnumerable<string> Values(Detection<string, NoOptions> detection) => s_beats.Detect(detection, settings: s_settings).Select(alert => alert.Value);

    // So many that a look for each of them among all would take seconds.
    private static void AreExpected(IEnumerable<string> values) =>
        values.Order(StringComparer.Ordinal).SequenceEqual(s_beats.Select(beat => beat.Host + "=1").Order(StringComparer.Ordinal)).ShouldBeTrue();
}
