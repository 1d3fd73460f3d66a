using System.Globalization;
using System.Text;
using CsCheck;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Tests.Values;

public sealed class NumberTextTests
{
    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.ULong.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Char['0', '9'].Array[0, 22], Gen.OneOf(Gen.Const(-1), Gen.Int[0, 22]), Gen.Char['!', '~']).Select((digits, at, other) =>
        {
            if (at >= 0 && at < digits.Length) digits[at] = other;
            return new string(digits);
        }));

    [Fact]
    public void TryReadUnsigned_reads_what_the_framework_does() => s_text.Sample(
        text =>
        {
            var isNumber = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var expected);
            return NumberText.TryReadUnsigned(Encoding.UTF8.GetBytes(text), out var number) == isNumber && (!isNumber || number == expected);
        },
        iter: 100_000);

    [Fact]
    public void TryReadInteger_reads_what_the_framework_does() => s_text.Sample(
        text =>
        {
            var isNumber = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var expected)
                && expected == decimal.Truncate(expected) && expected is >= long.MinValue and <= long.MaxValue;
            return NumberText.TryReadInteger(Encoding.UTF8.GetBytes(text), out var number) == isNumber && (!isNumber || number == expected);
        },
        iter: 100_000);
}
