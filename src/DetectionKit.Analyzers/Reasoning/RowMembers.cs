namespace DetectionKit.Analyzers.Reasoning;

/// <summary>What the members of a row are made of.</summary>
internal static class RowMembers
{
    /// <summary>Adds the members that an anonymous object, a constructor or an initialiser sets.</summary>
    public static void AddTo(IDictionary<string, IOperation> members, IOperation made)
    {
        switch (made)
        {
            case IAnonymousObjectCreationOperation anonymous:
                foreach (var initializer in anonymous.Initializers) Add(members, initializer);
                break;
            case IObjectCreationOperation created:
                foreach (var argument in created.Arguments.Where(a => a.Parameter is not null)) members[argument.Parameter!.Name] = argument.Value;
                foreach (var initializer in created.Initializer?.Initializers ?? []) Add(members, initializer);
                break;
        }
    }

    private static void Add(IDictionary<string, IOperation> members, IOperation initializer)
    {
        if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: { } value }) members[target.Property.Name] = value;
    }
}
