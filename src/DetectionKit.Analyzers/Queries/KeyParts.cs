namespace DetectionKit.Analyzers.Queries;

/// <summary>What a key is made of.</summary>
internal static class KeyParts
{
    /// <summary>The values of an anonymous object or a constructor; a single value itself.</summary>
    public static IEnumerable<IOperation> Of(IOperation key)
    {
        key = QueryLambda.Plain(key);
        return key switch
        {
            IAnonymousObjectCreationOperation made => made.Initializers.OfType<ISimpleAssignmentOperation>().Select(a => a.Value),
            IObjectCreationOperation { Arguments.Length: > 0 } made => made.Arguments.Select(a => a.Value),
            _ => [key],
        };
    }
}
