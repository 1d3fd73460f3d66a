using System.CommandLine;
using DetectionKit.CommandLine.Commands;
using DetectionKit.CommandLine.Reading;

namespace DetectionKit.CommandLine.Running;

/// <summary>The settings of a run as options: lateness, trigger, evidence and the limits of state.</summary>
internal sealed class RunSettingsOptions
{
    private static readonly StateLimits s_defaults = new();

    private readonly Option<TimeSpan> _lateness = Arguments.Duration(
        "--lateness", "Under a tolerance, how long a window stays open for late events after the watermark has passed its end.", TimeSpan.Zero, isZeroAllowed: true);

    private readonly Option<string> _trigger = new Option<string>("--trigger")
    {
        Description = "When alerts are sent: when their window closes, or when a tier is first reached and at each change, with a revision at close if anything differs.",
        DefaultValueFactory = _ => "atclose",
    }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "atclose", "early");

    private readonly Option<int> _evidence = Arguments.Number("--evidence", "How many events an alert shows as evidence.", new RunSettings().EvidenceEvents, 0);
    private readonly Option<int> _maxGroups = Arguments.Number("--max-groups", "The most open groups (a key in a window) of one stage.", s_defaults.MaxGroups, 1);

    private readonly Option<string> _atLimit = new Option<string>("--at-limit")
    {
        Description = "What happens at that limit: the oldest groups are dropped, or events of new groups refused. Both are counted.",
        DefaultValueFactory = _ => "shed",
    }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "shed", "refuse");

    internal void AddTo(Command command)
    {
        command.Add(_lateness);
        command.Add(_trigger);
        command.Add(_evidence);
        command.Add(_maxGroups);
        command.Add(_atLimit);
    }

    internal RunSettings Read(ParseResult arguments, InputSelection input) => new()
    {
        Disorder = input.Options.Disorder,
        FarFutureLimit = input.Options.FarFutureLimit,
        AllowedLateness = arguments.GetValue(_lateness),
        Trigger = Is(arguments, _trigger, "early") ? AlertTrigger.Early : AlertTrigger.AtClose,
        EvidenceEvents = arguments.GetValue(_evidence),
        Limits = s_defaults with
        {
            MaxGroups = arguments.GetValue(_maxGroups),
            Policy = Is(arguments, _atLimit, "refuse") ? StateLimitPolicy.Refuse : StateLimitPolicy.ShedOldest,
        },
    };

    private static bool Is(ParseResult arguments, Option<string> option, string value) => string.Equals(arguments.GetValue(option), value, StringComparison.OrdinalIgnoreCase);
}
