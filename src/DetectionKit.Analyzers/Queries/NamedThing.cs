namespace DetectionKit.Analyzers.Queries;

/// <summary>Texts that name an image, a path or a host: things that Windows knows in any case.</summary>
internal static class NamedThing
{
    private static readonly string[] s_ends = ["Image", "Path", "Host", "HostName", "Hostname", "ComputerName", "FileName", "ProcessName", "Directory", "Computer"];

    /// <summary>The name of the member; null when a value is no such text.</summary>
    public static string? Of(IOperation operation) =>
        QueryLambda.Plain(operation) is IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_String, Name: var name } } && s_ends.Any(end => name.EndsWith(end, StringComparison.Ordinal)) ? name : null;
}
