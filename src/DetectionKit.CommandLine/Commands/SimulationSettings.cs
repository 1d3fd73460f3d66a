using System.CommandLine;
using System.Globalization;
using DetectionKit.Simulator;
using DetectionKit.Simulator.Imperfections;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.CommandLine.Commands;

/// <summary>What is simulated, as options of a command line.</summary>
internal sealed class SimulationSettings
{
    private static readonly SimulationOptions s_defaults = new() { Seed = 7 };

    private readonly Option<int> _seed = new("--seed") { HelpName = "N", Description = "The seed of all randomness: the same one gives the same files, byte for byte.", DefaultValueFactory = _ => s_defaults.Seed };
    private readonly Option<int?> _hosts = new("--hosts") { HelpName = "N", Description = $"How many hosts the organisation has, 1 to 100000. Default: as many as --organisation names by role, else {s_defaults.Hosts}." };
    private readonly Option<double> _hours = new("--hours") { HelpName = "N", Description = "How many hours are simulated, --days on top; 90 days at most.", DefaultValueFactory = _ => s_defaults.Duration.TotalHours };
    private readonly Option<double?> _days = new("--days") { HelpName = "N", Description = "How many days are simulated; without --hours nothing is added to them." };

    private readonly Option<DateTimeOffset?> _start = OptionKinds.Parsed<DateTimeOffset>(
        "--start", "TIME", "When it begins; UTC where no zone is named. Default: 2026-03-02T08:00Z, the Monday of an office week.", text => UtcTime.Parse(text));

    private readonly Option<double> _intensity = new("--intensity")
    {
        HelpName = "N",
        Description = "How busy people, builds and tests are, 0.01 to 1000; protocols and adversaries do not depend on it.",
        DefaultValueFactory = _ => s_defaults.Intensity,
    };

    private readonly Option<string> _scenario = new Option<string>("--scenario")
    {
        HelpName = "NAME",
        Description = $"Who takes part: {string.Join(", ", Scenario.All.Select(scenario => scenario.Name))} (docs/simulator.md).",
        DefaultValueFactory = _ => s_defaults.Scenario.Name,
    }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Scenario.All.Select(scenario => scenario.Name)]);

    private readonly Option<string?> _organisation = new("--organisation") { HelpName = "FILE", Description = "The organisation as JSON: hosts by role, users, offices, hours, software, destinations (docs/simulator.md)." };
    private readonly Option<string?> _imperfect = new("--imperfect") { HelpName = "FILE", Description = "What is wrong with the telemetry, as JSON: disorder, lateness, duplicates, clocks, gaps, missing fields, cut lines (docs/simulator.md)." };

    internal void AddTo(Command command)
    {
        command.Add(_seed);
        command.Add(_hosts);
        command.Add(_hours);
        command.Add(_days);
        command.Add(_start);
        command.Add(_intensity);
        command.Add(_scenario);
        command.Add(_organisation);
        command.Add(_imperfect);
    }

    /// <exception cref="CommandException">The period can't be told.</exception>
    internal SimulationOptions Read(ParseResult arguments)
    {
        var days = arguments.GetValue(_days);
        var hours = days is null || arguments.GetResult(_hours) is { Implicit: false } ? arguments.GetValue(_hours) : 0;
        var total = ((days ?? 0) * 24) + hours;
        if (total is not (> 0 and <= 24 * 90)) throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"--hours and --days make {total} hours: choose more than zero and at most 90 days."));
        var organisation = Load(arguments.GetValue(_organisation), OrganisationFile.Load, "--organisation");
        return s_defaults with
        {
            Seed = arguments.GetValue(_seed),
            Hosts = arguments.GetValue(_hosts) ?? (organisation is { TotalHosts: > 0 } ? organisation.TotalHosts : s_defaults.Hosts),
            Duration = TimeSpan.FromHours(total),
            Start = arguments.GetValue(_start) ?? s_defaults.Start,
            Intensity = arguments.GetValue(_intensity),
            Scenario = Scenario.Named(arguments.GetRequiredValue(_scenario)),
            Organisation = organisation,
            Imperfections = Load(arguments.GetValue(_imperfect), ImperfectionFile.Load, "--imperfect"),
        };
    }

    private static T? Load<T>(string? path, Func<string, T> load, string option)
        where T : class
    {
        try
        {
            return path is null ? null : load(path);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"{option}: {e.Message}", e);
        }
    }
}
