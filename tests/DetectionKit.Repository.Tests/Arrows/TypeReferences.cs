using Mono.Cecil;

namespace DetectionKit.Repository.Tests.Arrows;

/// <summary>What the compiled code of an assembly refers to.</summary>
internal static class TypeReferences
{
    /// <summary>The types of an assembly that are not nested in another.</summary>
    internal static IReadOnlyList<TypeDefinition> TypesOf(System.Reflection.Assembly assembly) =>
        [.. ModuleDefinition.ReadModule(assembly.Location).Types.Where(type => type.Namespace.Length > 0)];

    /// <summary>The full names of the types that a type and those nested in it use, as <c>Space.Type`1</c>: of a nested type, the one around it.</summary>
    internal static IReadOnlySet<string> TypesUsedBy(TypeDefinition type) =>
        Everything(type).SelectMany(References).Select(Outermost).Select(t => $"{t.Namespace}.{t.Name}").ToHashSet(StringComparer.Ordinal);

    /// <summary>The members that a type and those nested in it call or read, as <c>Space.Type::Member</c>.</summary>
    internal static IReadOnlySet<string> MembersUsedBy(TypeDefinition type) =>
        Bodies(type).SelectMany(body => body.Instructions).Select(instruction => instruction.Operand).OfType<MemberReference>()
            .Where(member => member.DeclaringType is not null)
            .Select(member => $"{Outermost(Element(member.DeclaringType)).FullName}::{member.Name}").ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<TypeDefinition> Everything(TypeDefinition type) => type.NestedTypes.SelectMany(Everything).Prepend(type);

    private static IEnumerable<Mono.Cecil.Cil.MethodBody> Bodies(TypeDefinition type) => Everything(type).SelectMany(t => t.Methods).Where(m => m.HasBody).Select(m => m.Body);

    private static IEnumerable<TypeReference> References(TypeDefinition type)
    {
        IEnumerable<TypeReference?> found =
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. type.Fields.Select(f => f.FieldType),
            .. type.CustomAttributes.Select(a => a.AttributeType),
            .. type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType),
            .. type.Methods.SelectMany(Signature),
            .. type.Methods.Where(m => m.HasBody).SelectMany(m => Body(m.Body)),
        ];
        return found.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference> Signature(MethodReference method) => method.Parameters.Select(p => p.ParameterType).Prepend(method.ReturnType);

    private static IEnumerable<TypeReference?> Body(Mono.Cecil.Cil.MethodBody body) =>
        body.Variables.Select(v => v.VariableType).Concat(body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            GenericInstanceMethod m => [m.DeclaringType, .. m.GenericArguments, .. Signature(m)],
            MethodReference m => [m.DeclaringType, .. Signature(m)],
            FieldReference f => [f.DeclaringType, f.FieldType],
            TypeReference t => [t],
            _ => (IEnumerable<TypeReference?>)[],
        }));

    // A generic instance names its arguments too; arrays, references and pointers name their elements.
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
        TypeSpecification other => Parts(other.ElementType),
        _ => [type],
    };

    private static TypeReference Element(TypeReference type) => type is TypeSpecification specification ? Element(specification.ElementType) : type;

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
