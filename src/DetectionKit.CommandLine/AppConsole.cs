using System.Text;
using Spectre.Console;

namespace DetectionKit.CommandLine;

/// <summary>The process's streams, or those given instead.</summary>
internal sealed class AppConsole : IDisposable
{
    // Wide enough that no table row is broken where a program reads it.
    private const int WidthOfNoTerminal = 400;
    private readonly bool _ownsOutput;

    internal AppConsole(DetectionAppOptions options)
    {
        _ownsOutput = options.Output is null;
        Output = options.Output ?? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 1 << 16);
        Error = options.Error ?? Console.Error;
        IsOutputTerminal = options.Output is null && !Console.IsOutputRedirected;
        IsErrorTerminal = options.Error is null && !Console.IsErrorRedirected;
        StandardInput = options.StandardInput;
    }

    internal TextWriter Output { get; }

    internal TextWriter Error { get; }

    internal bool IsOutputTerminal { get; }

    internal bool IsErrorTerminal { get; }

    internal Stream? StandardInput { get; }

    public void Dispose()
    {
        Output.Flush();
        if (_ownsOutput) Output.Dispose();
    }

    /// <summary>A console for tables: with colours and the width of the window on a terminal, plain and wide elsewhere.</summary>
    internal static IAnsiConsole Tables(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal) console.Profile.Width = WidthOfNoTerminal;
        return console;
    }
}
