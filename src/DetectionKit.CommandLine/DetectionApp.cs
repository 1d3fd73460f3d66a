using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using DetectionKit.CommandLine.Catalogue;
using DetectionKit.CommandLine.Commands;
using DetectionKit.CommandLine.Help;

namespace DetectionKit.CommandLine;

/// <summary>
/// The commands <c>run</c>, <c>explain</c>, <c>list</c>, <c>coverage</c>, <c>docs</c>, <c>simulate</c>, <c>tune</c>, <c>backtest</c> and <c>demo</c> over detections. A whole program is
/// <c>return await DetectionApp.RunAsync(args);</c>.
/// </summary>
public static class DetectionApp
{
    /// <summary>Runs a command line over the public detections of some assemblies.</summary>
    /// <param name="args">The command line's arguments.</param>
    /// <param name="rules">The assemblies; none for the program's own. A detection is a public class with a public constructor without parameters.</param>
    /// <returns>The exit code: 0 when all went well, 1 for alerts under <c>--exit-code</c>, 2 on an error, 130 when cancelled.</returns>
    public static Task<int> RunAsync(string[] args, params Assembly[] rules) => RunAsync(args, new DetectionAppOptions { Rules = rules });

    /// <summary>Runs a command line, with its surroundings given.</summary>
    /// <param name="args">The command line's arguments.</param>
    /// <param name="options">The detections, and what is read and written.</param>
    /// <param name="cancellationToken">Ends the command, as Ctrl+C does.</param>
    /// <returns>The exit code: 0 when all went well, 1 for alerts under <c>--exit-code</c>, 2 on an error, 130 when cancelled.</returns>
    public static async Task<int> RunAsync(string[] args, DetectionAppOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(options);
        using var console = new AppConsole(options);
        try
        {
            var assemblies = options.Rules.Count > 0 ? options.Rules : Assembly.GetEntryAssembly() is { } entry ? [entry] : [];
            return await InvokeAsync(args, new CommandContext(options.Name ?? RootCommand.ExecutableName, console, new DetectionCatalogue(assemblies)), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("Cancelled.").ConfigureAwait(false);
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await console.Error.WriteLineAsync("error: " + ErrorText.Of(e)).ConfigureAwait(false);
            return ExitCode.Error;
        }
    }

    private static async Task<int> InvokeAsync(string[] args, CommandContext context, CancellationToken cancellationToken)
    {
        var root = new Command(context.Name, "Runs threat detections, written as typed LINQ queries, over log files in event time.") { new HelpOption(), new VersionOption() };
        foreach (var command in AppCommand.All(context)) root.Add(command);
        ExampleHelp.AddTo(root);

        // A path or a value may begin with @: there are no response files.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (args.Length == 0) parsed = root.Parse(["--help"]);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            var command = parsed.CommandResult.Command;
            var name = command == root ? root.Name : $"{root.Name} {command.Name}";
            string[] errors = command == root && parsed.UnmatchedTokens.Count > 0
                ? [$"There is no command '{parsed.UnmatchedTokens[0]}': write one of {string.Join(", ", root.Subcommands.Select(c => c.Name))}."]
                : [.. parsed.Errors.Select(e => e.Message)];
            throw new CommandException($"{string.Join(Environment.NewLine, errors)}{Environment.NewLine}{name} --help says what there is.");
        }

        var invocation = new InvocationConfiguration { Output = context.Console.Output, Error = context.Console.Error, EnableDefaultExceptionHandler = false };
        return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
    }
}
