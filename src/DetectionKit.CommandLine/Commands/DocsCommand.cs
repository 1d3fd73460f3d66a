using System.CommandLine;
using System.Text;
using DetectionKit.CommandLine.Documentation;

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
        var folder = Directory.CreateDirectory(arguments.GetRequiredValue(_out)).FullName;
        foreach (var detection in Context.Catalogue.Detections)
        {
            var path = Path.Combine(folder, detection.Info.Id + ".md");
            await File.WriteAllTextAsync(path, DetectionPage.Of(detection), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
            await Context.Console.Output.WriteLineAsync(path).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }
}
