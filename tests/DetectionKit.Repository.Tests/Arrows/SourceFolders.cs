namespace DetectionKit.Repository.Tests.Arrows;

/// <summary>
/// Which folder of a project declares a type. In src/DetectionKit all that a rule's author types is in one namespace, so the folder can't be told from the
/// type's name.
/// </summary>
internal sealed class SourceFolders
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    internal SourceFolders(string project)
    {
        foreach (var file in Checkout.Files("*.cs", project))
        {
            var folder = Path.GetDirectoryName(file[(project.Length + 1)..])!.Replace('\\', '/');
            foreach (var type in TypeDeclaration.TopLevelOf(Checkout.Read(file))) _folders[type.FullName] = folder;
        }
    }

    /// <summary>The folder of a type, by its full name, from the project's folder; null for types of others.</summary>
    internal string? Of(string type) => _folders.GetValueOrDefault(type);
}
