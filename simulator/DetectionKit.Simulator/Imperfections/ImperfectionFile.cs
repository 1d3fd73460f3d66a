using DetectionKit.Simulator.Settings;

namespace DetectionKit.Simulator.Imperfections;

/// <summary>Reads imperfections from JSON: a section for each kind, each of which may be left out.</summary>
public static class ImperfectionFile
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="InvalidDataException">Something is wrong with it: the message names file, line and field of each problem, one a line.</exception>
    public static ImperfectionOptions Load(string path) => Parse(File.ReadAllBytes(path), path);

    /// <summary>Reads JSON.</summary>
    /// <param name="utf8Json">The JSON.</param>
    /// <param name="name">What messages call it: a file's path.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="InvalidDataException">Something is wrong with it: the message names file, line and field of each problem, one a line.</exception>
    public static ImperfectionOptions Parse(ReadOnlySpan<byte> utf8Json, string name) => SettingsSection.Read(utf8Json, name, Read);

    private static ImperfectionOptions Read(SettingsSection root)
    {
        var options = new ImperfectionOptions { MalformedShare = Share(root, "malformed") };
        options = root.Section("disorder", s => options with { DisorderShare = Share(s, "share"), DisorderLongest = Time(s, "longest", TimeSpan.FromHours(1), options.DisorderLongest) }) ?? options;
        options = root.Section("lateness", s => Checked(s, options with
        {
            LateShare = Share(s, "share"),
            LateShortest = Time(s, "shortest", Day * 7, options.LateShortest),
            LateLongest = Time(s, "longest", Day * 7, options.LateLongest),
        })) ?? options;
        options = root.Section("duplicates", s => options with { DuplicateShare = Share(s, "share"), DuplicateLongest = Time(s, "longest", Day, options.DuplicateLongest) }) ?? options;
        options = root.Section("clockSkew", s => options with { SkewedHosts = Share(s, "hosts"), SkewLongest = Time(s, "longest", Day, options.SkewLongest) }) ?? options;
        options = root.Section("gaps", s => Checked(s, options with
        {
            GapsPerHostDay = s.Number("perHostDay", 0, 24, 0),
            GapShortest = Time(s, "shortest", Day * 7, options.GapShortest),
            GapLongest = Time(s, "longest", Day * 7, options.GapLongest),
        })) ?? options;
        return root.Section("missingFields", s => options with { MissingUser = Share(s, "user"), MissingImage = Share(s, "image"), MissingCommandLine = Share(s, "commandLine") }) ?? options;
    }

    private static double Share(SettingsSection section, string name) => section.Number(name, 0, 1, 0);

    private static TimeSpan Time(SettingsSection section, string name, TimeSpan greatest, TimeSpan otherwise) => section.Time(name, TimeSpan.Zero, greatest, otherwise);

    // What single values can't tell: the shortest and the longest of a section.
    private static ImperfectionOptions Checked(SettingsSection section, ImperfectionOptions options)
    {
        foreach (var problem in options.Validate()) section.Problem(problem.TrimEnd('.'));
        return options;
    }
}
