namespace DetectionKit.CommandLine.Output;

/// <summary>The formats of alerts there are.</summary>
internal static class AlertFormats
{
    internal const string Default = "table";

    private static readonly IAlertFormat[] s_all =
    [
        .. typeof(AlertFormats).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IAlertFormat)))
            .Select(t => (IAlertFormat)Activator.CreateInstance(t)!)
            .OrderBy(f => f.Name, StringComparer.Ordinal),
    ];

    internal static string[] Names => [.. s_all.Select(f => f.Name)];

    internal static IAlertFormat Named(string name) => s_all.First(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
}
