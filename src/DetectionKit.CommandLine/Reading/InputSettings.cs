using System.CommandLine;
using DetectionKit.CommandLine.Commands;
using DetectionKit.Sources;
using DetectionKit.Sources.Falcon;
using DetectionKit.Sources.Mapping;
using DetectionKit.Sources.Sysmon;

namespace DetectionKit.CommandLine.Reading;

/// <summary>INPUT and how it is read, for the commands that read events.</summary>
internal sealed class InputSettings(ArgumentArity arity)
{
    private readonly Argument<string[]> _inputs = new("INPUT")
    {
        Arity = arity,
        Description = "Log files, plain or gzip: a file, a folder, a glob such as 'logs/**/*.gz', or - for standard input.",
    };

    private readonly Option<string?> _format = new("--format")
    {
        HelpName = "FORMAT",
        Description = $"The shape of the events: {KnownFormats.Names}, or {KnownFormats.Json} for objects with the event type's own properties. Default: told from the content; {KnownFormats.Json} for an event type of your own.",
    };

    private readonly Option<string[]> _mapping = new("--mapping")
    {
        HelpName = "FILE",
        Description = "A mapping of JSON of your own: { \"event\": \"NetworkConnection\", \"fields\": { \"Time\": \"ts\", … } }. Repeat it for several.",
    };

    private readonly Option<Disorder?> _disorder = OptionKinds.Parsed<Disorder>(
        "--disorder",
        "any|DURATION",
        "How far out of order events may come. any: nothing closes before the end, and alerts come ranked; a tolerance such as 10m: alerts come as windows close. Default: any for files, 10m for -.",
        text => Disorder.Parse(text));

    private readonly Option<string> _eventTime = new Option<string>("--event-time")
    {
        Description = "Which time of a record is the event's. record: Falcon's timestamp, Sysmon's record time; sensor: Falcon's ContextTimeStamp, Sysmon's UtcTime.",
        DefaultValueFactory = _ => "record",
    }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "record", "sensor");

    private readonly Option<bool> _foldCase = new("--fold-case") { Description = "Turns hosts, users and images into lower case, so that groups don't split on case." };

    private readonly Option<TimeSpan> _farFuture = OptionKinds.Duration(
        "--far-future", "Under a tolerance, events further than this ahead of the watermark are set aside and counted.", TimeSpan.FromDays(1));

    internal void AddTo(Command command)
    {
        command.Add(_inputs);
        command.Add(_format);
        command.Add(_mapping);
        command.Add(_disorder);
        command.Add(_eventTime);
        command.Add(_foldCase);
        command.Add(_farFuture);
    }

    internal InputSelection Read(ParseResult arguments, AppConsole console)
    {
        var inputs = arguments.GetValue(_inputs) ?? [];
        var usesSensor = string.Equals(arguments.GetValue(_eventTime), "sensor", StringComparison.OrdinalIgnoreCase);
        return new(inputs, new SourceOptions
        {
            Format = arguments.GetValue(_format),
            Disorder = arguments.GetValue(_disorder) ?? (inputs.Contains("-") ? Disorder.StreamDefault : Disorder.Any),
            FalconTime = usesSensor ? FalconTime.ContextTimeStamp : FalconTime.Timestamp,
            SysmonTime = usesSensor ? SysmonTime.UtcTime : SysmonTime.Record,
            FoldCase = arguments.GetValue(_foldCase),
            FarFutureLimit = arguments.GetValue(_farFuture),
            StandardInput = console.StandardInput,
            Formats = [.. (arguments.GetValue(_mapping) ?? []).Select(file => FieldMapping.Load(file, KnownFormats.EventTypes))],
        });
    }
}
