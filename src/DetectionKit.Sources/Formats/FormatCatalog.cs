namespace DetectionKit.Sources.Formats;

/// <summary>The formats of a run: those of this assembly, found by looking for the interface, and the caller's.</summary>
internal sealed class FormatCatalog
{
    private static readonly IEventFormat[] Own =
    [
        .. typeof(FormatCatalog).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && t.IsAssignableTo(typeof(IEventFormat)))
            .Where(t => t.GetConstructor(Type.EmptyTypes) is not null)
            .Select(t => (IEventFormat)Activator.CreateInstance(t)!)
            .OrderBy(f => f.Name, StringComparer.Ordinal),
    ];

    public FormatCatalog(SourceOptions options) => Formats = [.. options.Formats, .. Own];

    public IReadOnlyList<IEventFormat> Formats { get; }

    public IEnumerable<string> FileEndings => Formats.SelectMany(f => f.FileEndings).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The format of a name or an alias.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public IEventFormat Named(string name) =>
        Formats.FirstOrDefault(f => f.Aliases.Prepend(f.Name).Contains(name, StringComparer.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"'{name}' is no format: write one of {Names()}.", nameof(name));

    public string Names() => string.Join(", ", Formats.SelectMany(f => f.Aliases.Prepend(f.Name)));
}
