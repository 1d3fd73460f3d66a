namespace DetectionKit.Analyzers.Queries;

/// <summary>The types of DetectionKit in a compilation, looked up once. Analyzers know them by their metadata names alone.</summary>
internal sealed class DetectionSymbols
{
    private readonly ImmutableHashSet<INamedTypeSymbol> _stages;

    private DetectionSymbols(Compilation compilation)
    {
        Compilation = compilation;
        Query = Find("DetectionQuery`1");
        Grouped = Find("Grouped`2");
        Windowed = Find("Windowed`1");
        WindowedByKey = Find("Windowed`2");
        Tiered = Find("Tiered`2");
        Group = Find("Group`2");
        Pane = Find("Pane`1");
        PaneByKey = Find("Pane`2");
        WindowKinds = Find("WindowKinds");
        Detection = Find("Detection");
        DetectionAttribute = Find("DetectionAttribute");
        TechniqueAttribute = Find("AttackTechniqueAttribute");
        AggregateAttribute = Find("AggregateAttribute");
        RunSettings = Find("RunSettings");
        _stages = ImmutableHashSet.CreateRange<INamedTypeSymbol>(
            SymbolEqualityComparer.Default, new[] { Query, Find("Events`1"), Grouped, Windowed, WindowedByKey, Tiered }.OfType<INamedTypeSymbol>());
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol? Query { get; }

    public INamedTypeSymbol? Grouped { get; }

    public INamedTypeSymbol? Windowed { get; }

    public INamedTypeSymbol? WindowedByKey { get; }

    public INamedTypeSymbol? Tiered { get; }

    public INamedTypeSymbol? Group { get; }

    public INamedTypeSymbol? Pane { get; }

    public INamedTypeSymbol? PaneByKey { get; }

    public INamedTypeSymbol? WindowKinds { get; }

    public INamedTypeSymbol? Detection { get; }

    public INamedTypeSymbol? DetectionAttribute { get; }

    public INamedTypeSymbol? TechniqueAttribute { get; }

    public INamedTypeSymbol? AggregateAttribute { get; }

    public INamedTypeSymbol? RunSettings { get; }

    /// <summary>The types of a compilation that refers to DetectionKit; null for any other, which is then left alone.</summary>
    public static DetectionSymbols? Of(Compilation compilation)
    {
        var symbols = new DetectionSymbols(compilation);
        return symbols.Query is null || symbols.Detection is null ? null : symbols;
    }

    /// <summary>Whether a method makes a stage of a query.</summary>
    public bool IsStage(IMethodSymbol method) => _stages.Contains(method.ContainingType.OriginalDefinition);

    /// <summary>Whether a method makes a stage of a query, and has this name.</summary>
    public bool IsStage(IMethodSymbol method, string name) => method.Name == name && IsStage(method);

    /// <summary>Whether a type is a pane of a window.</summary>
    public bool IsPane(ITypeSymbol? type) => Is(type, Pane) || Is(type, PaneByKey);

    /// <summary>Whether a class is a detection.</summary>
    public bool IsDetection(ITypeSymbol? type) => OptionsOf(type) is not null || DerivesFromDetection(type);

    /// <summary>The options of a detection's class; null for what is none.</summary>
    public INamedTypeSymbol? OptionsOf(ITypeSymbol? type)
    {
        for (var current = type?.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Name == "Detection" && current.Arity == 2 && SymbolEqualityComparer.Default.Equals(current.BaseType, Detection)) return current.TypeArguments[1] as INamedTypeSymbol;
        }

        return null;
    }

    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? definition) => definition is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, definition);

    private bool DerivesFromDetection(ITypeSymbol? type)
    {
        for (var current = type?.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, Detection)) return true;
        }

        return false;
    }

    private INamedTypeSymbol? Find(string name) => Compilation.GetTypeByMetadataName("DetectionKit." + name);
}
