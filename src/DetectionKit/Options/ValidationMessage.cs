using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace DetectionKit;

/// <summary>Words what a validation found: the option, its value and the rule.</summary>
internal static class ValidationMessage
{
    internal static string Of(string name, object? value, ValidationAttribute rule, ValidationResult wrong) =>
        $"{name} is {OptionsText.ValueOf(value)}; {Sentence(Rule(rule) ?? wrong.ErrorMessage ?? $"{rule.GetType().Name} does not hold")}";

    internal static string Of(string path, Type group, ValidationResult wrong) =>
        $"{path.TrimEnd(':')}{(path.Length > 0 ? ": " : "")}{Sentence(wrong.ErrorMessage ?? $"a rule of {group.Name} does not hold")}";

    /// <summary>The rule in words; null when the attribute words it itself.</summary>
    private static string? Rule(ValidationAttribute rule) => rule switch
    {
        { ErrorMessage: not null } or { ErrorMessageResourceName: not null } => null,
        RangeAttribute range => Range(range),
        RequiredAttribute => "it must have a value",
        MinLengthAttribute minimum => string.Create(CultureInfo.InvariantCulture, $"its length must be at least {minimum.Length}"),
        MaxLengthAttribute maximum => string.Create(CultureInfo.InvariantCulture, $"its length must be at most {maximum.Length}"),
        RegularExpressionAttribute pattern => $"it must match {pattern.Pattern}",
        _ => null,
    };

    private static string Range(RangeAttribute range)
    {
        var (minimum, maximum) = (OptionFormat.Text(range.Minimum), OptionFormat.Text(range.Maximum));
        // A range of longs is held as doubles, where the greatest long is 2^63.
        if (range.Maximum is int.MaxValue or >= (double)long.MaxValue)
        {
            return range.MinimumIsExclusive ? $"it must be greater than {minimum}" : $"it must be at least {minimum}";
        }

        var ends = (range.MinimumIsExclusive, range.MaximumIsExclusive) switch
        {
            (true, true) => ", without both",
            (true, false) => $", without {minimum}",
            (false, true) => $", without {maximum}",
            _ => "",
        };
        return $"it must lie between {minimum} and {maximum}{ends}";
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
