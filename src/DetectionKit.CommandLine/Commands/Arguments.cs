using System.CommandLine;
using System.CommandLine.Parsing;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Options of the kinds that System.CommandLine does not know.</summary>
internal static class Arguments
{
    internal static Option<TimeSpan> Duration(string name, string description, TimeSpan byDefault, bool isZeroAllowed = false) => new(name)
    {
        HelpName = "DURATION",
        Description = description,
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DetectionKit.Duration.TryParse(text, out var duration) && (duration > TimeSpan.Zero || (isZeroAllowed && duration == TimeSpan.Zero))) return duration;
            result.AddError($"{name} {text}: write a duration {(isZeroAllowed ? "of zero or more" : "above zero")}, such as 90s, 10m, 2h or 1d.");
            return default;
        },
    };

    internal static Option<int> Number(string name, string description, int byDefault, int least) => new Option<int>(name)
    {
        HelpName = "N",
        Description = description,
        DefaultValueFactory = _ => byDefault,
    }.AtLeast(least);

    internal static Option<T?> Parsed<T>(string name, string helpName, string description, Func<string, T?> parse)
        where T : struct => new(name)
        {
            HelpName = helpName,
            Description = description,
            CustomParser = result =>
            {
                try
                {
                    return parse(result.Tokens[0].Value);
                }
                catch (FormatException e)
                {
                    result.AddError($"{name} {result.Tokens[0].Value}: {e.Message}");
                    return null;
                }
            },
        };

    private static Option<int> AtLeast(this Option<int> option, int least)
    {
        option.Validators.Add(result =>
        {
            if (Value(result, option) is { } value && value < least) result.AddError($"{option.Name} {value}: write {least} or more.");
        });
        return option;
    }

    private static int? Value(OptionResult result, Option<int> option)
    {
        try
        {
            return result.GetValue(option);
        }
        catch (InvalidOperationException)
        {
            // The text is no number: the parser has said so already.
            return null;
        }
    }
}
