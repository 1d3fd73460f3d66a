using System.CommandLine;

namespace DetectionKit.CommandLine.Configuration;

/// <summary><c>--set</c> and <c>--config</c>, for the commands that take a detection's options.</summary>
internal sealed class OptionsOfDetection
{
    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "Name=Value",
        Description = "Sets an option of the detection; may stand several times, and wins over --config. Name= empties a list, Name:Add=x and Name:Remove=x edit it; with all, id:Name=Value is for one detection.",
    };

    private readonly Option<string?> _config = new("--config")
    {
        HelpName = "FILE",
        Description = """Options from a JSON file: {"Detections":{"vps-beaconing":{"MinConnections":20}}}.""",
    };

    internal void AddTo(Command command)
    {
        command.Add(_set);
        command.Add(_config);
    }

    internal DetectionConfiguration Read(ParseResult arguments, CommandContext context, IReadOnlyList<Detection> selected) =>
        new(context.Catalogue, selected, arguments.GetValue(_config), arguments.GetValue(_set) ?? []);
}
