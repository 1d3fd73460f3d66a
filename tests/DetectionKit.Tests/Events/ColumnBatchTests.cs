namespace DetectionKit.Tests.Events;

public sealed class ColumnBatchTests
{
    private static readonly DateTimeOffset s_ten = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Add_column_that_is_no_member_throws() =>
        Should.Throw<ArgumentException>(() => Batch(1).Add(e => e.Name!.Length, [1])).Message.ShouldContain("is not a member of Named: write e => e.Member");

    [Fact]
    public void Add_column_that_is_too_short_throws()
    {
        Should.Throw<ArgumentException>(() => Batch(2).Add(e => e.Name, ["a"])).Message.ShouldContain("The column Name has 1 values for 2 rows");
        Should.Throw<ArgumentException>(() => Batch(2).Add(e => e.Name, Column([0], "a"))).Message.ShouldContain("The column Name has 1 indices for 2 rows");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void Add_index_outside_the_dictionary_throws(int index) =>
        Should.Throw<ArgumentException>(() => Batch(2).Add(e => e.Name, Column([1, index], "a", "b"))).Message.ShouldContain($"The column Name has the index {index} at row 1, and its dictionary has 2 values");

    [Fact]
    public void Add_index_into_an_empty_dictionary_throws() =>
        Should.Throw<ArgumentException>(() => Batch(1).Add(e => e.Name, Column([0]))).Message.ShouldContain("The column Name has the index 0 at row 0, and its dictionary has 0 values");

    [Fact]
    public void Add_empty_dictionary_without_rows_adds_an_empty_column() => Batch(0).Add(e => e.Name, Column([])).Column<string?>("Name").ShouldBeEmpty();

    [Fact]
    public void Add_member_twice_throws() =>
        Should.Throw<ArgumentException>(() => Batch(1).Add(e => e.Name, ["a"]).Add(e => e.Name, Column([0], "a"))).Message.ShouldContain("The batch has a column Name already");

    [Fact]
    public void Column_of_a_dictionary_column_gives_its_values()
    {
        var batch = Batch(3).Add(e => e.Name, Column([1, 0, 1], "a", "b"));

        batch.Column<string?>("Name").ShouldBe(["b", "a", "b"]);
        batch.Columns.ShouldBe(["Name"]);
        batch.DictionaryColumns.ShouldBe(["Name"]);
        Should.Throw<KeyNotFoundException>(() => batch.DictionaryColumn<int>("Name")).Message.ShouldContain("no dictionary column Name of Int32");
    }

    [Fact]
    public void Detect_filter_of_one_dictionary_column_asks_once_a_value()
    {
        var asked = new List<string?>();
        var detection = Detection.Define("asked", (Events<Named> events) => events.Where(e => Note(asked, e.Name) && e.Number >= 0).Select(e => e.Name));
        var dictionary = Dictionary("a", "b");

        Names(detection, Coded(dictionary, 0, 0, 1), Coded(dictionary, 0, 1, 1, 0)).ShouldBe(["a", "a", "a", "a"]);
        asked.ShouldBe(["a", "b"]);
        Names(detection, Coded(dictionary, 0, 1), Coded(Dictionary("b", "a"), 0, 1)).ShouldBe(["a", "a"]);
        asked.ShouldBe(["a", "b", "a", "b", "b", "a"]);
    }

    [Fact]
    public void Detect_filter_of_two_members_asks_for_each_row()
    {
        var detection = Detection.Define("two", (Events<Named> events) => events.Where(e => e.Name == "a" || e.Number == 2).Select(e => e.Name));

        Names(detection, Coded(Dictionary("a", "b"), 0, 1, 1, 0)).ShouldBe(["a", "b", "a"]);
    }

    [Fact]
    public void Detect_filter_that_throws_for_a_value_counts_each_row_that_has_it()
    {
        var detection = Detection.Define("throws", (Events<Named> events) => events.Where(e => e.Name!.Length > 0).Select(e => e.Name));
        var report = new RunReport();

        EventBatch<Named>[] batches = [Coded(Dictionary("a", null), 0, 1, 1, 0)];
        batches.Detect(detection, report: report).Select(alert => alert.Value).ShouldBe(["a", "a"]);
        report.FaultyEvents.ShouldBe(2);
    }

    [Fact]
    public void UpdateOptions_forgets_what_filters_said()
    {
        var run = new NamedDetection().Start(new() { Name = "a" }, new() { Disorder = Disorder.Any });
        var dictionary = Dictionary("a", "b");

        run.Push(Coded(dictionary, 0, 1));
        run.UpdateOptions(new() { Name = "b" });
        run.Push(Coded(dictionary, 0, 1));

        run.Complete().Select(alert => alert.Value).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public void Detect_event_that_cannot_be_made_later_costs_its_evidence_only()
    {
        var detection = Detection.Define("evidence", (Events<Named> events) => events
            .GroupBy(e => e.Name).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { w.Key, Count = w.Count() }));
        var batch = new ColumnBatch<Named>(2, _ => throw new InvalidOperationException("can't")) { IsImmutable = true }
            .Add(e => e.Name, Column([0, 0], "a")).Add(e => e.Time, Times(2));
        var report = new RunReport();

        EventBatch<Named>[] batches = [batch];
        var alert = batches.Detect(detection, report: report).ToList().ShouldHaveSingleItem();
        alert.Value.Count.ShouldBe(2);
        alert.Evidence.Sample.Select(e => e.Time).ShouldBe(Times(2));
        report.FaultyEvents.ShouldBe(2);
    }

    [Fact]
    public void Detect_evidence_of_arrays_that_are_filled_again_is_that_of_the_row_when_it_was_read()
    {
        var detection = Detection.Define("filled", (Events<Named> events) => events
            .GroupBy(e => e.Name).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { w.Key, Most = w.Max(e => e.Number) }));
        var (names, numbers) = (new[] { "a", "a" }, new[] { 1, 2 });
        var run = detection.Start(null, new() { Disorder = Disorder.Within(TimeSpan.Zero) });
        EventBatch<Named> Batch() => new ColumnBatch<Named>(2, row => new(s_ten, names[row], numbers[row])).Add(e => e.Name, names).Add(e => e.Number, numbers).Add(e => e.Time, Times(2));

        run.Push(Batch());
        (numbers[0], numbers[1]) = (7, 8);
        run.Push(Batch());

        run.Complete().ShouldHaveSingleItem().Evidence.Sample.Select(e => e.Fields["Number"]).Order().ShouldBe([1, 2, 7]);
    }

    private static bool Note(List<string?> asked, string? name)
    {
        asked.Add(name);
        return name == "a";
    }

    private static IEnumerable<string?> Names<TOptions>(Detection<string?, TOptions> detection, params EventBatch<Named>[] batches)
        where TOptions : class, new() => batches.Detect(detection).Select(alert => alert.Value);

    // The number of a row is its place in the batch.
    private static ColumnBatch<Named> Coded(ValueDictionary<string?> dictionary, params int[] indices) =>
        new ColumnBatch<Named>(indices.Length, row => new(Times(indices.Length)[row], dictionary[indices[row]], row))
            .Add(e => e.Name, new DictionaryColumn<string?>(indices, dictionary))
            .Add(e => e.Number, [.. Enumerable.Range(0, indices.Length)])
            .Add(e => e.Time, Times(indices.Length));

    private static ColumnBatch<Named> Batch(int rows) => new(rows, row => new(s_ten, null, row));

    private static DateTimeOffset[] Times(int rows) => [.. Enumerable.Range(0, rows).Select(row => s_ten.AddSeconds(row))];

    private static DictionaryColumn<string?> Column(int[] indices, params string?[] values) => new(indices, Dictionary(values));

    private static ValueDictionary<string?> Dictionary(params string?[] values)
    {
        var dictionary = new ValueDictionary<string?>();
        foreach (var value in values) dictionary.Add(value);
        return dictionary;
    }

    private sealed record Named(DateTimeOffset Time, string? Name, int Number);

    private sealed record NameOptions
    {
        public string Name { get; init; } = "";
    }

    private sealed class NamedDetection() : Detection<Named, string?, NameOptions>
    {
        public override DetectionQuery<string?> Define(Events<Named> events, NameOptions o) => events.Where(e => e.Name == o.Name).Select(e => e.Name);
    }
}
