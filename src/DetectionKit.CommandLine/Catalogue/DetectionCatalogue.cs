using System.Reflection;

namespace DetectionKit.CommandLine.Catalogue;

/// <summary>The public detections of some assemblies, by id.</summary>
internal sealed class DetectionCatalogue
{
    private readonly string _assemblies;

    internal DetectionCatalogue(IReadOnlyList<Assembly> assemblies)
    {
        _assemblies = string.Join(", ", assemblies.Select(a => a.GetName().Name));
        Detections =
        [
            .. assemblies.Distinct().SelectMany(a => a.GetExportedTypes())
                .Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(Detection)))
                .Where(t => t.GetConstructor(Type.EmptyTypes) is not null)
                .Select(Create)
                .OrderBy(d => d.Info.Id, StringComparer.Ordinal),
        ];
        foreach (var same in Detections.GroupBy(d => d.Info.Id, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            throw new CommandException($"{string.Join(" and ", same.Select(d => d.GetType().FullName))} have the same id '{same.Key}': give each its own with [Detection(\"…\")].");
        }
    }

    internal IReadOnlyList<Detection> Detections { get; }

    /// <summary>The detection of an id, or all.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    internal IReadOnlyList<Detection> Select(string idOrAll)
    {
        if (Detections.Count == 0)
        {
            throw new CommandException($"There is no detection in {_assemblies}: write a public class that derives from Detection<TEvent, TAlert, TOptions> and has a constructor without parameters.");
        }

        return string.Equals(idOrAll, "all", StringComparison.OrdinalIgnoreCase) ? Detections : [Find(idOrAll)];
    }

    /// <summary>The detection of an id.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    internal Detection Find(string id) =>
        Detections.FirstOrDefault(d => string.Equals(d.Info.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw new CommandException($"There is no detection '{id}' in {_assemblies}: write one of {string.Join(", ", Detections.Select(d => d.Info.Id))}.");

    private static Detection Create(Type type)
    {
        try
        {
            return (Detection)Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            throw new CommandException($"{type.FullName} can't be made: {inner.Message}", inner);
        }
    }
}
