using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Tests.Scanning;

/// <summary>Numbers, truth values and nulls are what RFC 8259 says, whatever stands behind them.</summary>
public sealed partial class PlainValueTests
{
    [Fact]
    public void Read_any_text_gives_what_the_grammar_says()
    {
        var number = Gen.Select(Gen.OneOf("", "-"), Gen.String[Gen.Char["0123456789"], 0, 18], Gen.OneOf("", ".", "."), Gen.String[Gen.Char["0123456789"], 0, 18], Gen.OneOf("", "", "e", "E+", "e-7"), (sign, whole, point, fraction, exponent) => sign + whole + point + fraction + exponent);
        var word = Gen.OneOf("true", "false", "null", "tru", "nul", "fals");
        var text = Gen.OneOf(number, word, Gen.String[Gen.Char["0123456789.-+eEtrufalsn "], 0, 24]);
        Gen.Select(text, Gen.OneOf("", ",", "}", "]", " ", ".", "x", "\""), Gen.OneOf("", "1", ",\"b\":1}", ",1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8,9,1,2,3}"), (value, next, rest) => value + next + rest).Sample(
            line =>
            {
                var expected = Expected(line);
                var kind = PlainValue.Read(Encoding.UTF8.GetBytes(line), 0, out var end);
                kind.ShouldBe(expected.Kind);
                if (kind != FieldKind.Absent) end.ShouldBe(expected.End);
            },
            iter: 100_000);
    }

    private static (FieldKind Kind, int End) Expected(string line)
    {
        var match = Value().Match(line);
        if (!match.Success || match.Length == line.Length || !",}] ".Contains(line[match.Length])) return (FieldKind.Absent, 0);
        var kind = match.Value switch
        {
            "true" or "false" => FieldKind.Boolean,
            "null" => FieldKind.Null,
            _ => FieldKind.Number,
        };
        return (kind, match.Length);
    }

    [GeneratedRegex(@"\A(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Value();
}
