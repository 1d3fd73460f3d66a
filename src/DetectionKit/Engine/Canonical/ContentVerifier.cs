namespace DetectionKit.Engine;

/// <summary>Walks a type before its first value comes, so that one without content fails while a plan is built.</summary>
internal static class ContentVerifier
{
    /// <exception cref="NotSupportedException">The type, or one within it, has no content that could be written.</exception>
    internal static void Verify(Type type) => Verify(type, [], []);

    internal static string Message(Type type, IReadOnlyCollection<string> path) =>
        $"{type} has no canonical content{(path.Count == 0 ? "" : " (at " + string.Join('.', path) + ")")}: its public members do not make up its value. "
        + "Use a scalar, a collection, or a record or class of your own with public members.";

    private static void Verify(Type type, HashSet<Type> seen, List<string> path)
    {
        if (!seen.Add(type)) return;
        var (kind, item) = ContentShape.Of(type);
        if (kind == ContentKind.Unsupported) throw new NotSupportedException(Message(type, path));
        if (item is not null) Verify(item, seen, path);
        if (kind != ContentKind.Structure) return;
        foreach (var member in ContentShape.MembersOf(type))
        {
            path.Add(member.Name);
            Verify(ContentShape.TypeOf(member), seen, path);
            path.RemoveAt(path.Count - 1);
        }
    }
}
