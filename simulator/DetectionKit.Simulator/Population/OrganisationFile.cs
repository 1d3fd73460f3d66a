using System.Text.Json;
using DetectionKit.Simulator.Scenarios;
using DetectionKit.Simulator.Settings;

namespace DetectionKit.Simulator.Population;

/// <summary>Reads an organisation from JSON, every part of which may be left out.</summary>
public static class OrganisationFile
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The organisation.</returns>
    /// <exception cref="InvalidDataException">Something is wrong with it: the message names file, line and field of each problem, one a line.</exception>
    public static OrganisationOptions Load(string path) => Parse(File.ReadAllBytes(path), path);

    /// <summary>Reads JSON.</summary>
    /// <param name="utf8Json">The JSON.</param>
    /// <param name="name">What messages call it: a file's path.</param>
    /// <returns>The organisation.</returns>
    /// <exception cref="InvalidDataException">Something is wrong with it: the message names file, line and field of each problem, one a line.</exception>
    public static OrganisationOptions Parse(ReadOnlySpan<byte> utf8Json, string name) => SettingsSection.Read(utf8Json, name, Read);

    private static OrganisationOptions Read(SettingsSection root)
    {
        var personas = Scenario.OfficeUnderAttack.Personas.Select(p => p.Name).ToArray();
        var options = new OrganisationOptions
        {
            Name = root.Text("name"),
            Domain = root.Text("domain"),
            Hosts = ByRole(root.Numbers("hosts", Names<HostRole>(), 0, 100_000)).ToDictionary(r => r.Key, r => (int)r.Value),
            Users = root.Has("users") ? root.Integer("users", 1, 100_000, 1) : null,
            Sites = root.List("sites", ReadSite),
            OfficeHours = root.Section("officeHours", ReadHours) ?? OfficeHours.Default,
            Software = root.Section("software", s => (IReadOnlyDictionary<string, IReadOnlyDictionary<HostRole, double>>)personas.Where(s.Has)
                .ToDictionary(p => p, p => (IReadOnlyDictionary<HostRole, double>)ByRole(s.Numbers(p, Names<HostRole>(), 0, 1)), StringComparer.Ordinal))
                ?? new Dictionary<string, IReadOnlyDictionary<HostRole, double>>(),
            Destinations = root.Numbers("destinations", [.. Names<DestinationKind>().Where(k => k != "internal")], 0, 1_000_000)
                .ToDictionary(k => Enum.Parse<DestinationKind>(k.Key, ignoreCase: true), k => k.Value),
            Services = root.List("services", ReadService),
        };
        foreach (var problem in options.Validate()) root.Problem(problem.TrimEnd('.'));
        return options;
    }

    private static SiteOptions ReadSite(SettingsSection site) => new(
        site.Text("city") ?? "",
        site.Time("utcOffset", TimeSpan.FromHours(-14), TimeSpan.FromHours(14), TimeSpan.Zero),
        site.Number("share", 0.001, 1_000_000, 1));

    private static OfficeHours ReadHours(SettingsSection hours) => new(
        hours.Time("earliestBegin", TimeSpan.Zero, Day, OfficeHours.Default.EarliestBegin),
        hours.Time("latestBegin", TimeSpan.Zero, Day, OfficeHours.Default.LatestBegin),
        hours.Time("shortest", TimeSpan.Zero, Day, OfficeHours.Default.Shortest),
        hours.Time("longest", TimeSpan.Zero, Day, OfficeHours.Default.Longest));

    private static ServiceOptions ReadService(SettingsSection service) => new(
        service.Text("domain") ?? "",
        service.Text("provider") ?? "",
        service.Integer("addresses", 1, 64, 1));

    private static Dictionary<HostRole, double> ByRole(IReadOnlyDictionary<string, double> numbers) =>
        numbers.ToDictionary(n => Enum.Parse<HostRole>(n.Key, ignoreCase: true), n => n.Value);

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
}
