using System.Reflection;
using DetectionKit.Sources;
using DetectionKit.Sources.Formats;

namespace DetectionKit.CommandLine.Reading;

/// <summary>The formats that come with DetectionKit.Sources.</summary>
internal static class KnownFormats
{
    /// <summary>The format of a user's own objects: the event type's properties.</summary>
    internal const string Json = "json";

    private static readonly IEventFormat[] s_formats =
    [
        .. typeof(IEventFormat).Assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(IEventFormat)))
            .Where(t => t.GetConstructor(Type.EmptyTypes) is not null)
            .Select(t => (IEventFormat)Activator.CreateInstance(t)!)
            .OrderBy(f => f.Name, StringComparer.Ordinal),
    ];

    internal static string Names => string.Join(", ", s_formats.Select(f => f.Aliases.Count == 0 ? f.Name : $"{f.Name} ({string.Join(", ", f.Aliases)})"));

    /// <summary>The event types that these formats give.</summary>
    internal static IReadOnlyList<Type> EventTypes => s_eventTypes.Value;

    private static readonly Lazy<IReadOnlyList<Type>> s_eventTypes = new(() =>
    [
        .. typeof(Detection).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.GetProperty(nameof(NetworkConnection.Time))?.PropertyType == typeof(DateTimeOffset))
            .Where(type => (bool)typeof(KnownFormats).GetMethod(nameof(Give), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, [new SourceOptions()])!)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ]);

    /// <summary>Whether a format gives events of a type.</summary>
    internal static bool Give<T>(SourceOptions options) => options.Formats.Concat(s_formats).Any(format =>
    {
        using var decoder = format.CreateDecoder<T>(new DecoderContext(options, new SourceReport()));
        return decoder is not null;
    });
}
