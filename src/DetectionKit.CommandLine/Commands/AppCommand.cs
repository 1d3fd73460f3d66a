using System.CommandLine;

namespace DetectionKit.CommandLine.Commands;

/// <summary>
/// A command. Each is a class in a file of its own, found by looking for this base class; its constructor takes the <see cref="CommandContext"/>.
/// </summary>
internal abstract class AppCommand : Command
{
    private protected AppCommand(CommandContext context, string name, string description)
        : base(name, description)
    {
        Context = context;
        SetAction(ExecuteAsync);
    }

    /// <summary>Command lines to copy, without the program's name.</summary>
    internal abstract IReadOnlyList<string> Examples { get; }

    /// <summary>What else the help should say, below the options.</summary>
    internal virtual string? Remarks => null;

    private protected CommandContext Context { get; }

    internal static IEnumerable<AppCommand> All(CommandContext context) =>
        typeof(AppCommand).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(AppCommand)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (AppCommand)Activator.CreateInstance(t, context)!);

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    private protected abstract Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken);
}
