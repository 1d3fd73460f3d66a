using System.Globalization;
using System.Text;
using System.Threading;
using DetectionKit.Analyzers.Reasoning;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DetectionKit.Analyzers.Generation;

/// <summary>Reads what the catalogue says of a detection from its class.</summary>
internal static class DetectionFactsReader
{
    /// <summary>The facts of a class; null for one that is no detection, or that a generated call can't construct.</summary>
    public static DetectionFacts? Read(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellationToken) is not INamedTypeSymbol { IsAbstract: false, IsGenericType: false } type) return null;
        if (DetectionSymbols.Of(context.SemanticModel.Compilation) is not { } symbols || !symbols.IsDetection(type) || !IsReachable(type)) return null;
        if (!type.InstanceConstructors.Any(c => c.Parameters.IsEmpty && c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)) return null;
        var attribute = type.GetAttributes().FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, symbols.DetectionAttribute));
        var techniques = type.GetAttributes().Where(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, symbols.TechniqueAttribute)).Select(a => a.ConstructorArguments is [{ Value: string id }] ? id : null).OfType<string>();
        var json = new StringBuilder();
        json.Append("{\"type\":").Append(Text(type.ToDisplayString())).Append(",\"id\":").Append(Text(attribute?.ConstructorArguments is [{ Value: string known }] ? known : KebabCase(type.Name)));
        json.Append(",\"version\":").Append(attribute?.NamedArguments.FirstOrDefault(a => a.Key == "Version").Value.Value is int version ? version.ToString(CultureInfo.InvariantCulture) : "1");
        if (attribute?.NamedArguments.FirstOrDefault(a => a.Key == "Title").Value.Value is string title) json.Append(",\"title\":").Append(Text(title));
        json.Append(",\"techniques\":[").Append(string.Join(",", techniques.Select(Text))).Append("],\"options\":[").Append(string.Join(",", Options(symbols.OptionsOf(type)))).Append("],\"fields\":[");
        json.Append(string.Join(",", Fields(type, context.SemanticModel, cancellationToken).Select(Text))).Append("]}");
        return new(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), json.ToString());
    }

    private static IEnumerable<string> Options(INamedTypeSymbol? options)
    {
        foreach (var property in options?.GetMembers().OfType<IPropertySymbol>() ?? [])
        {
            if (property is not { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod: not null }) continue;
            var value = KnownValues.InitializerOf(property)?.ToString();
            yield return $"{{\"name\":{Text(property.Name)},\"type\":{Text(property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))}{(value is null ? "" : $",\"default\":{Text(value)}")}}}";
        }
    }

    // The members of events that the query reads, by the event's type: those of what Events<T> and its kin hold.
    private static IEnumerable<string> Fields(INamedTypeSymbol type, SemanticModel model, CancellationToken cancellationToken)
    {
        var fields = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var method in type.GetMembers("Define").OfType<IMethodSymbol>())
        {
            foreach (var declaration in method.DeclaringSyntaxReferences.Where(d => d.SyntaxTree == model.SyntaxTree))
            {
                var syntax = declaration.GetSyntax(cancellationToken);
                var events = EventTypes(type, method).ToImmutableHashSet(SymbolEqualityComparer.Default);
                foreach (var access in syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
                {
                    if (model.GetSymbolInfo(access, cancellationToken).Symbol is IPropertySymbol property && events.Contains(property.ContainingType)) fields.Add($"{property.ContainingType.Name}.{property.Name}");
                }
            }
        }

        return fields;
    }

    private static IEnumerable<ISymbol?> EventTypes(INamedTypeSymbol type, IMethodSymbol define)
    {
        foreach (var parameter in define.Parameters)
        {
            if (parameter.Type is INamedTypeSymbol { Name: "Events", TypeArguments: [var of] }) yield return of;
        }

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Detection", Arity: 3 }) yield return current.TypeArguments[0];
        }
    }

    private static bool IsReachable(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal) || current.IsFileLocal) return false;
        }

        return true;
    }

    // As the runtime names a detection that has no id.
    private static string KebabCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static string Text(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c < ' ') text.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:x4}", (int)c);
            else text.Append(c);
        }

        return text.Append('"').ToString();
    }
}
