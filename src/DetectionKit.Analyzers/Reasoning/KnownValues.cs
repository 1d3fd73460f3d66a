using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DetectionKit.Analyzers.Reasoning;

/// <summary>What a value is where the code alone tells: constants, and options by their initialisers.</summary>
internal static class KnownValues
{
    /// <summary>The range that a number lies in: a constant, the default of an option, or an option's [Range] where its default is not told. Null where nothing is known.</summary>
    public static (decimal Least, decimal Most)? NumberOf(IOperation operation)
    {
        operation = QueryLambda.Plain(operation);
        if (operation.ConstantValue is { HasValue: true, Value: { } constant }) return Exactly(Number(constant));
        if (operation is not IPropertyReferenceOperation { Property: { } property } reference || !IsOption(reference)) return null;
        return InitializerOf(property) is { } initializer ? Exactly(Number(initializer, property.ContainingType)) ?? RangeOf(property)
            : IsAuto(property) && IsNumber(property.Type) ? (0, 0)
            : RangeOf(property);
    }

    /// <summary>A time span: TimeSpan.FromMinutes(5) and its kin, or an option by its initialiser. Null where it is not known.</summary>
    public static TimeSpan? TimeOf(IOperation operation)
    {
        operation = QueryLambda.Plain(operation);
        return operation is IPropertyReferenceOperation { Property: { } property } reference && IsOption(reference)
            ? InitializerOf(property) is { } initializer ? Time(initializer, property.ContainingType) : null
            : operation.Syntax is ExpressionSyntax syntax ? Time(syntax, operation.SemanticModel?.GetEnclosingSymbol(syntax.SpanStart)?.ContainingType) : null;
    }

    /// <summary>Whether a property is one of the options of the rule that it is read in: a property of a parameter of the method around the query.</summary>
    public static bool IsOption(IPropertyReferenceOperation reference) =>
        reference.Instance is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } };

    /// <summary>What an option is by default, in the words of its class; null where it does not say.</summary>
    public static ExpressionSyntax? InitializerOf(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: { } value } ? value : null;

    public static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    public static bool IsWhole(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static (decimal, decimal)? Exactly(decimal? value) => value is { } known ? (known, known) : null;

    private static bool IsAuto(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is PropertyDeclarationSyntax { AccessorList: { } accessors } && accessors.Accessors.All(a => a.Body is null && a.ExpressionBody is null);

    private static (decimal, decimal)? RangeOf(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.Name != "RangeAttribute" || attribute.ConstructorArguments is not [{ Value: { } least }, { Value: { } most }]) continue;
            if (Number(least) is { } from && Number(most) is { } to && from <= to) return (from, to);
        }

        return null;
    }

    private static decimal? Number(object constant)
    {
        try
        {
            return constant switch
            {
                bool or char or string => null,
                float single when float.IsNaN(single) || float.IsInfinity(single) => null,
                double real when double.IsNaN(real) || double.IsInfinity(real) => null,
                IConvertible number => Convert.ToDecimal(number, System.Globalization.CultureInfo.InvariantCulture),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? Number(ExpressionSyntax syntax, INamedTypeSymbol? scope) => syntax switch
    {
        LiteralExpressionSyntax { Token.Value: { } value } => Number(value),
        ParenthesizedExpressionSyntax inner => Number(inner.Expression, scope),
        CastExpressionSyntax cast => Number(cast.Expression, scope),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => -Number(minus.Operand, scope),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } times when Number(times.Left, scope) is { } left && Number(times.Right, scope) is { } right && Math.Abs(left) < 1e12m && Math.Abs(right) < 1e12m => left * right,
        IdentifierNameSyntax name => scope?.GetMembers(name.Identifier.ValueText).OfType<IFieldSymbol>().FirstOrDefault() is { HasConstantValue: true, ConstantValue: { } constant } ? Number(constant) : null,
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword }, Name.Identifier.ValueText: nameof(int.MaxValue) } => int.MaxValue,
        _ => null,
    };

    private static TimeSpan? Time(ExpressionSyntax syntax, INamedTypeSymbol? scope)
    {
        if (syntax is ParenthesizedExpressionSyntax inner) return Time(inner.Expression, scope);
        if (syntax is MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(TimeSpan.Zero) }) return TimeSpan.Zero;
        if (syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } type, Name.Identifier.ValueText: var unit }, ArgumentList.Arguments: [var argument] }) return null;
        if (type.ToString() is not ("TimeSpan" or "System.TimeSpan") || Number(argument.Expression, scope) is not { } number || Math.Abs(number) > 1e9m) return null;
        return unit switch
        {
            nameof(TimeSpan.FromDays) => TimeSpan.FromTicks((long)(number * TimeSpan.TicksPerDay)),
            nameof(TimeSpan.FromHours) => TimeSpan.FromTicks((long)(number * TimeSpan.TicksPerHour)),
            nameof(TimeSpan.FromMinutes) => TimeSpan.FromTicks((long)(number * TimeSpan.TicksPerMinute)),
            nameof(TimeSpan.FromSeconds) => TimeSpan.FromTicks((long)(number * TimeSpan.TicksPerSecond)),
            nameof(TimeSpan.FromMilliseconds) => TimeSpan.FromTicks((long)(number * TimeSpan.TicksPerMillisecond)),
            _ => null,
        };
    }
}
