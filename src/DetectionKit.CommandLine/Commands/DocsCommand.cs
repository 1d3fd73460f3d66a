using System.CommandLine;
using DetectionKit.CommandLine.Documentation;
using DetectionKit.CommandLine.Output;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Writes a page of documentation for each detection.</summary>
internal sealed class DocsCommand : AppCommand
{
    private readonly Option<string> _out = new("--out") { HelpName = "DIR", Description = "The folder to write to: one ID.md a detection; files in it of these names are replaced.", Required = true };

    public DocsCommand(CommandContext context)
        : base(context, "docs", "Writes a Markdown page for each detection: what it sees, its options, what it misses, what fires falsely, references.") => Add(_out);

    internal override IReadOnlyList<string> Examples => ["docs --out artifacts/docs"];

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(arguments.GetRequiredValue(_out));
        foreach (var detection in Context.Catalogue.Detections)
        {
            var path = Path.Combine(folder, detection.Info.Id + ".md");
            using (var file = OutputFile.Create(path)) await file.WriteAsync(DetectionPage.Of(detection).AsMemory(), cancellationToken).ConfigureAwait(false);
            await Context.Console.Output.WriteLineAsync(path).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }
}
