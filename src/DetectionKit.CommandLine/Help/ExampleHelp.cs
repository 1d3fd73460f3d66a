using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using DetectionKit.CommandLine.Commands;

namespace DetectionKit.CommandLine.Help;

/// <summary>The usual help, then the command's remarks and examples.</summary>
internal sealed class ExampleHelp(HelpAction usual, string program) : SynchronousCommandLineAction
{
    private const int LeastWidth = 80;
    private const int MostWidth = 160;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (command is AppCommand { Remarks: { } remarks }) output.WriteLine(remarks);
        IEnumerable<string> examples = command is AppCommand one ? one.Examples : command.Subcommands.OfType<AppCommand>().Select(c => c.Examples[0]);
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  {(example.Contains("{0}", StringComparison.Ordinal) ? example.Replace("{0}", program, StringComparison.Ordinal) : $"{program} {example}")}");
        output.WriteLine();
        return result;
    }

    internal static void AddTo(Command root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is not HelpAction usual) continue;
            if (Console.IsOutputRedirected) usual.MaxWidth = MostWidth;
            else usual.MaxWidth = Math.Max(LeastWidth, usual.MaxWidth);
            option.Action = new ExampleHelp(usual, root.Name);
        }
    }
}
