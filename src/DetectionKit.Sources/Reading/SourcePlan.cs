using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Inputs;

namespace DetectionKit.Sources.Reading;

/// <summary>A run that is ready to start: options validated, inputs found, format named.</summary>
/// <param name="Context">Options and report.</param>
/// <param name="Catalog">The formats.</param>
/// <param name="Files">The inputs.</param>
/// <param name="Format">The format of all inputs; null to tell it from each one's content.</param>
internal sealed record SourcePlan(DecoderContext Context, FormatCatalog Catalog, IReadOnlyList<InputFile> Files, IEventFormat? Format)
{
    public bool HasStandardInput => Files.Any(f => f.StandardInput is not null);

    /// <exception cref="ArgumentException">An option is out of range, or names no format.</exception>
    /// <exception cref="SourceException">An input matches nothing.</exception>
    public static SourcePlan Of(IEnumerable<string> inputs, SourceOptions? options, SourceReport? report, Func<SourceOptions, int, IEventFormat>? format = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        options ??= new SourceOptions();
        options.Validate();
        var catalog = new FormatCatalog(options);
        var named = options.Format is { } name && format is null ? catalog.Named(name) : null;
        var resolver = new InputResolver(catalog.FileEndings, () => options.StandardInput ?? Console.OpenStandardInput());
        var files = resolver.Resolve(inputs);
        return new SourcePlan(new DecoderContext(options, report ?? new SourceReport()), catalog, files, named ?? format?.Invoke(options, files.Count));
    }
}
