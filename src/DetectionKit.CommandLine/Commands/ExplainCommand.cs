using System.CommandLine;
using DetectionKit.CommandLine.Configuration;
using DetectionKit.CommandLine.Output;
using DetectionKit.CommandLine.Reading;
using DetectionKit.CommandLine.Running;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Says what a detection does, or why a group of events fired or did not.</summary>
internal sealed class ExplainCommand : AppCommand
{
    private readonly Argument<string> _detection = new("DETECTION") { Description = "The detection's id, as list prints it." };
    private readonly InputSettings _input = new(ArgumentArity.ZeroOrMore);
    private readonly OptionsOfDetection _options = new();

    private readonly Option<string[]> _key = new("--key")
    {
        HelpName = "Name=Value",
        Description = "With INPUT: a part of the key of the group to explain, such as Host=A; may stand several times. Name= is a missing value.",
    };

    private readonly Option<DateTimeOffset?> _at = OptionKinds.Parsed<DateTimeOffset>(
        "--at", "TIME", "With INPUT: a time in the window to explain; UTC where no zone is named.", text => UtcTime.Parse(text));

    private readonly Option<string> _output = new Option<string>("--output", "-o")
    {
        Description = "The format of what is printed.",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "text", "json");

    public ExplainCommand(CommandContext context)
        : base(context, "explain", "Prints what a detection does: its stages, the fields that each reads, its options. With INPUT, --key and --at: why a group fired or did not, and how far it was from it.")
    {
        Add(_detection);
        _input.AddTo(this);
        Add(_key);
        Add(_at);
        Add(_output);
        _options.AddTo(this);
    }

    internal override IReadOnlyList<string> Examples =>
    [
        "explain vps-beaconing",
        "explain vps-beaconing --set MinConnections=20 --output json",
        "explain vps-beaconing artifacts/sim/events.ndjson --key Host=AM1-WKS-00144 --key RemoteAddress=65.108.150.90 --at 2026-03-02T11:00Z",
    ];

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var detection = Context.Catalogue.Find(arguments.GetRequiredValue(_detection));
        var options = _options.Read(arguments, Context, [detection]);
        var input = _input.Read(arguments, Context.Console);
        var keys = arguments.GetValue(_key) ?? [];
        var at = arguments.GetValue(_at);
        var isJson = string.Equals(arguments.GetValue(_output), "json", StringComparison.OrdinalIgnoreCase);
        if (input.Inputs.Count == 0)
        {
            if (keys.Length > 0 || at is not null) throw new CommandException("--key and --at are for a group of events: name the INPUT that they are in.");
            WritePlan(detection, options, isJson);
            return ExitCode.Success;
        }

        if (at is not { } time) throw new CommandException("--at is missing: name a time in the window to explain, such as --at 2026-03-02T08:00Z.");
        var explainer = new GroupExplanationRunner(input, options, KeyOf(keys), time, cancellationToken);
        var explanation = await Task.Run(() => detection.Accept(explainer), cancellationToken).ConfigureAwait(false);
        if (isJson) WriteJson(explanation);
        else await Context.Console.Output.WriteLineAsync(explanation.ToString()).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private static Dictionary<string, object?> KeyOf(string[] keys)
    {
        var parts = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in keys)
        {
            var split = key.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0) throw new CommandException($"--key {key}: write Name=Value, such as --key Host=A.");
            parts[key[..split]] = split + 1 == key.Length ? null : key[(split + 1)..];
        }

        return parts;
    }

    private void WritePlan(Detection detection, DetectionConfiguration options, bool isJson)
    {
        var explanation = detection.Explain(options.Of(detection));
        if (isJson) WriteJson(explanation);
        else Context.Console.Output.WriteLine(explanation.ToString());
    }

    private void WriteJson(object explanation)
    {
        using var text = new JsonText(Context.Console.Output);
        ValueJson.Write(text.Writer, explanation);
        text.EndLine();
    }
}
