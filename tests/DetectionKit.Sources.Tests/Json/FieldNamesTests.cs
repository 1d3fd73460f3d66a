using System.Text;
using System.Text.Json;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Tests.Json;

/// <summary>Names of properties are found as System.Text.Json finds them.</summary>
public sealed class FieldNamesTests
{
    private static readonly FieldNames s_exact = new(("user", 0), ("größe", 1), ("status", 2));
    private static readonly FieldNames s_anyCase = new([("user", 0), ("größe", 1), ("status", 2)], ignoresCase: true);

    [Theory]
    [InlineData("user", 0, 0)]
    [InlineData("größe", 1, 1)]
    [InlineData("User", FieldNames.None, 0)]
    [InlineData("GRÖßE", FieldNames.None, 1)]
    [InlineData("STATUS", FieldNames.None, 2)]
    [InlineData("users", FieldNames.None, FieldNames.None)]
    [InlineData("", FieldNames.None, FieldNames.None)]
    public void Find_of_a_name_heeds_case_where_it_must(string name, int exact, int anyCase)
    {
        s_exact.Find(Encoding.UTF8.GetBytes(name)).ShouldBe(exact);
        s_anyCase.Find(Encoding.UTF8.GetBytes(name)).ShouldBe(anyCase);
        Escaped(s_exact, name).ShouldBe(exact);
        Escaped(s_anyCase, name).ShouldBe(anyCase);
    }

    [Fact]
    public void Find_of_a_long_name_in_any_case_finds_it()
    {
        var name = new string('n', 400);
        var names = new FieldNames([(name, 7)], ignoresCase: true);

        names.Find(Encoding.UTF8.GetBytes(name.ToUpperInvariant())).ShouldBe(7);
        names.Find(Encoding.UTF8.GetBytes(name[1..])).ShouldBe(FieldNames.None);
    }

    // Every character as an escape.
    private static int Escaped(FieldNames names, string name)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($$"""{"{{string.Concat(name.Select(c => $"\\u{(int)c:x4}"))}}":1}"""));
        reader.Read();
        reader.Read();
        return names.Find(ref reader);
    }
}
