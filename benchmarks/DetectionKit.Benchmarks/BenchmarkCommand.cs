using System.CommandLine;
using BenchmarkDotNet.Running;
using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Benchmarks.Micro;
using DetectionKit.Benchmarks.Suites;
using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks;

/// <summary>The command line: one command a suite.</summary>
internal sealed class BenchmarkCommand
{
    private const int Success = 0;
    private const int Void = 2;
    private static readonly string[] s_strings = ["pooled", "fresh", "both"];
    private readonly Option<int?> _events = new("--events") { Description = "How many events; each suite has its own default." };
    private readonly Option<int> _rounds = new("--rounds") { Description = "How many rounds are counted.", DefaultValueFactory = _ => 5 };
    private readonly Option<string> _output = new("--output") { Description = "table or json (one object a contestant, one a line).", DefaultValueFactory = _ => "table" };
    private readonly Option<string?> _strings = new("--strings") { Description = "pooled, fresh or both; each suite has its own default." };
    private readonly Option<string?> _only = new("--only") { Description = "Contestants to run, with commas between them." };

    internal RootCommand Build()
    {
        _output.AcceptOnlyFromAmong("table", "json");
        _strings.AcceptOnlyFromAmong(s_strings);
        foreach (var (option, name) in new[] { ((Option)_events, "--events"), (_rounds, "--rounds") })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < 1) result.AddError($"{name} is {number}: it is 1 or more.");
            });
        }

        var root = new RootCommand("Measures the engine against what else does the same work. Figures of all contestants come from one run, interleaved.");
        foreach (var suite in SuiteCatalog.All)
        {
            var command = new Command(suite.Name, suite.Description) { _events, _rounds, _output, _strings, _only };
            command.SetAction(arguments => Run(suite, arguments));
            root.Subcommands.Add(command);
        }

        var micro = new Command("micro", "Small parts of a run, by BenchmarkDotNet: look-ups of networks and images, the start of a run.");
        micro.SetAction(_ => BenchmarkRunner.Run<LookupBenchmarks>().HasCriticalValidationErrors ? Void : Success);
        root.Subcommands.Add(micro);
        return root;
    }

    private static IEnumerable<StringInstances> StringsOf(ISuite suite, string? asked) => asked switch
    {
        "fresh" => [StringInstances.Fresh],
        "both" => [StringInstances.Pooled, StringInstances.Fresh],
        null when suite.ComparesStrings => [StringInstances.Pooled, StringInstances.Fresh],
        _ => [StringInstances.Pooled],
    };

    private int Run(ISuite suite, ParseResult arguments)
    {
        var runner = new SuiteRunner(
            suite,
            arguments.GetValue(_events) ?? suite.DefaultEvents,
            arguments.GetValue(_rounds),
            arguments.GetValue(_only)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Console.Error.WriteLine);
        var exitCode = Success;
        foreach (var strings in StringsOf(suite, arguments.GetValue(_strings)))
        {
            try
            {
                var result = runner.Run(strings);
                if (arguments.GetValue(_output) == "json") JsonReport.Write(result, Console.Out);
                else TableReport.Write(result, Console.Out);
                foreach (var disagreement in result.Disagreements())
                {
                    Console.Error.WriteLine(disagreement);
                    exitCode = Void;
                }
            }
            catch (Exception e) when (e is ChecksumException or ArgumentException)
            {
                Console.Error.WriteLine(e.Message);
                return Void;
            }
        }

        return exitCode;
    }
}
