using System.CommandLine;
using System.Globalization;
using DetectionKit.CommandLine.Backtest;
using DetectionKit.CommandLine.Output;
using DetectionKit.Testing.Cases;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Runs the cases of detections in every runtime.</summary>
internal sealed class TestCommand : AppCommand
{
    private readonly Argument<string> _detection = new("DETECTION") { Description = "The detection's id, as list prints it, or all." };
    private readonly Option<string?> _junit = new("--junit") { HelpName = "FILE", Description = "Writes the outcomes as JUnit XML." };

    public TestCommand(CommandContext context)
        : base(context, "test", "Runs a detection's own cases as a list, an async stream, an observable and a run that is pushed. Exit code 1 where one is not as expected.")
    {
        Add(_detection);
        Add(_junit);
    }

    internal override IReadOnlyList<string> Examples => ["test vps-beaconing", "test all --junit artifacts/cases.xml"];

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var cases = new List<JUnitCase>();
        foreach (var detection in Context.Catalogue.Select(arguments.GetRequiredValue(_detection)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcomes = await Task.Run(() => CaseRunner.RunAll(detection), cancellationToken).ConfigureAwait(false);
            var wrong = outcomes.Where(outcome => !outcome.IsAsExpected).ToList();
            foreach (var outcome in wrong) await Context.Console.Output.WriteLineAsync($"{detection.Info.Id}: {outcome}").ConfigureAwait(false);
            await Context.Console.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{detection.Info.Id}: {detection.Cases.Count} cases, {outcomes.Count - wrong.Count} of {outcomes.Count} outcomes as expected{(detection.Cases.Count == 0 ? "; override Cases, so that there is something to test" : "")}")).ConfigureAwait(false);
            cases.AddRange(outcomes.Select(outcome => new JUnitCase(detection.Info.Id, $"{outcome.Case.Name} ({outcome.Runtime})", TimeSpan.Zero, outcome.IsAsExpected ? [] : [outcome.ToString()])));
        }

        if (arguments.GetValue(_junit) is { } path)
        {
            using var file = OutputFile.Create(path, "--junit");
            await file.WriteAsync(JUnitReport.Write("cases", cases)).ConfigureAwait(false);
        }

        return cases.TrueForAll(outcome => outcome.Failures.Count == 0) ? ExitCode.Success : ExitCode.Failed;
    }
}
