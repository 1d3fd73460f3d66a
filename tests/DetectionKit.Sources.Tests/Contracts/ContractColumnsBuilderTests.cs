using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Contracts;

namespace DetectionKit.Sources.Tests.Contracts;

/// <summary>There are columns where they give what the contract gives, with what it says of one property, too.</summary>
public sealed class ContractColumnsBuilderTests
{
    [Fact]
    public void Build_for_a_type_that_changes_what_it_is_given_gives_none() => Build<Trimmed>(nameof(Trimmed.User)).ShouldBeNull();

    [Fact]
    public void Build_for_a_member_that_is_made_of_others_gives_none()
    {
        Build<Computed>(nameof(Computed.User)).ShouldNotBeNull();
        Build<Computed>(nameof(Computed.Upper)).ShouldBeNull();
    }

    [Fact]
    public void Build_for_a_member_that_hides_another_takes_the_hiding_one()
    {
        Build<Hiding>(nameof(Hiding.User)).ShouldNotBeNull();
        Values<Hiding>("""{"User":7}""").ShouldHaveSingleItem().User.ShouldBe(7);
    }

    [Fact]
    public void Build_for_a_property_with_rules_of_its_own_for_numbers_gives_none()
    {
        Build<Numbers>(nameof(Numbers.Plain)).ShouldNotBeNull();
        Build<Numbers>(nameof(Numbers.Lenient)).ShouldBeNull();
    }

    [Fact]
    public void Read_of_a_property_with_a_converter_decodes_with_it()
    {
        Values<Converted>("""{"User":"ab","Level":"High","Count":"0012"}""", """{"User":null,"Level":"low"}""", """{"User":"AB","Count":"7"}""")
            .ShouldBe([new("ba", Level.High, 12), new("nobody", Level.Low, 0), new("BA", Level.Low, 7)]);
    }

    [Fact]
    public void Read_of_a_member_that_begins_differently_each_time_asks_the_contract()
    {
        var values = Values<Counted>("""{"User":"a"}""", """{"User":"b","Number":-5}""", """{"User":"c"}""", """{"User":"d"}""").Select(item => item.Number).ToArray();

        values[1].ShouldBe(-5);
        values.ShouldBeUnique();
    }

    [Fact]
    public void Read_of_numbers_as_texts_reads_them_where_the_contract_does()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

        Values<Measured>(options, """{"count":"12","SHARE":"0.5","isNew":true,"size":null}""", """{"count":3,"share":1e3,"isNew":false,"Size":"5"}""")
            .ShouldBe([new(12, 0.5, true, null), new(3, 1000, false, 5)]);
    }

    private static object? Build<T>(params string[] members) => new ContractColumnsBuilder<T>(Contract<T>(null), new(members, []), 10).Build();

    private static JsonTypeInfo<T> Contract<T>(JsonSerializerOptions? options) =>
        (JsonTypeInfo<T>)(options ?? new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }).GetTypeInfo(typeof(T));

    private static List<T> Values<T>(params string[] lines) => Values<T>(null, lines);

    private static List<T> Values<T>(JsonSerializerOptions? options, params string[] lines)
    {
        using var folder = new TempFolder();
        var reads = new EventReads<T>([.. typeof(T).GetProperties().Select(property => property.Name).Distinct()], []);
        var batch = EventFiles.Read([folder.WriteBytes("events.ndjson", Encoding.UTF8.GetBytes(string.Join('\n', lines)))], Contract<T>(options), reads: reads).ToArray().ShouldHaveSingleItem();
        batch.ShouldBeOfType<ColumnBatch<T>>();
        return [.. Enumerable.Range(0, batch.Count).Select(batch.Materialise)];
    }

    private sealed class Trimmed
    {
        public string User { get; set => field = value.Trim(); } = "";
    }

    private sealed record Computed(string User)
    {
        public string Upper => User.ToUpperInvariant();
    }

    private class Hidden
    {
        public string User { get; set; } = "";
    }

    private sealed class Hiding : Hidden
    {
        public new int User { get; set; }
    }

    private sealed record Numbers(int Plain, [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] int Lenient);

    private sealed record Converted([property: JsonConverter(typeof(Reversing))] string User, [property: JsonConverter(typeof(JsonStringEnumConverter))] Level Level, [property: JsonConverter(typeof(Padded))] int Count);

    private sealed record Measured(int Count, double Share, bool IsNew, long? Size);

    private sealed record Counted(string User)
    {
        private static int s_last;

        public int Number { get; set; } = Interlocked.Increment(ref s_last);
    }

    private enum Level
    {
        Low,
        High,
    }

    private sealed class Reversing : JsonConverter<string>
    {
        public override bool HandleNull => true;

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() is { } text ? new string([.. text.Reverse()]) : "nobody";

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed class Padded : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => int.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
