namespace DetectionKit.Analyzers.Queries;

/// <summary>The types of DetectionKit in a compilation, looked up once. Analyzers know them by their metadata names alone.</summary>
internal sealed class DetectionSymbols
{
    private readonly ImmutableHashSet<INamedTypeSymbol> _stages;

    private DetectionSymbols(Compilation compilation)
    {
        Compilation = compilation;
        Pane = Find("Pane`1");
        PaneByKey = Find("Pane`2");
        WindowKinds = Find("WindowKinds");
        Detection = Find("Detection");
        DetectionAttribute = Find("DetectionAttribute");
        TechniqueAttribute = Find("AttackTechniqueAttribute");
        RunSettings = Find("RunSettings");
        _stages = ImmutableHashSet.CreateRange<INamedTypeSymbol>(
            SymbolEqualityComparer.Default, new[] { "DetectionQuery`1", "Events`1", "Grouped`2", "Windowed`1", "Windowed`2", "Tiered`2" }.Select(Find).OfType<INamedTypeSymbol>());
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol? Pane { get; }

    public INamedTypeSymbol? PaneByKey { get; }

    public INamedTypeSymbol? WindowKinds { get; }

    public INamedTypeSymbol? Detection { get; }

    public INamedTypeSymbol? DetectionAttribute { get; }

    public INamedTypeSymbol? TechniqueAttribute { get; }

    public INamedTypeSymbol? RunSettings { get; }

    /// <summary>The types of a compilation that refers to DetectionKit; null for any other, which is then left alone.</summary>
    public static DetectionSymbols? Of(Compilation compilation)
    {
        var symbols = new DetectionSymbols(compilation);
        return symbols._stages.IsEmpty || symbols.Detection is null ? null : symbols;
    }

    /// <summary>Whether a method makes a stage of a query.</summary>
    public bool IsStage(IMethodSymbol method) => _stages.Contains(method.ContainingType.OriginalDefinition);

    /// <summary>Whether a type is a pane of a window.</summary>
    public bool IsPane(ITypeSymbol? type) => Is(type, Pane) || Is(type, PaneByKey);

    /// <summary>Whether a class is a detection.</summary>
    public bool IsDetection(ITypeSymbol? type)
    {
        for (var current = type?.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, Detection)) return true;
        }

        return false;
    }

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

    private INamedTypeSymbol? Find(string name) => Compilation.GetTypeByMetadataName("DetectionKit." + name);
}
