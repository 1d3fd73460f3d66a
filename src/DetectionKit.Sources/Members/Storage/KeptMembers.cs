using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DetectionKit.Sources.Members.Storage;

/// <summary>
/// Which members of an event type have the value that its JSON property has: those that the type's own code stores as they are given. Where it does more (a setter that trims, a constructor that refuses or
/// computes, a property made of others) only that code can tell what a member is.
/// </summary>
/// <param name="contract">The contract of the type.</param>
internal sealed class KeptMembers<T>(JsonTypeInfo<T> contract)
{
    private static readonly Assembly s_json = typeof(JsonSerializer).Assembly;

    // What changes nothing but the type under which a value is known.
    private static readonly OpCode[] s_passing = [OpCodes.Castclass, OpCodes.Unbox, OpCodes.Unbox_Any, OpCodes.Ret];

    private readonly StoredFields? _constructed = (contract.ConstructorAttributeProvider as ConstructorInfo ?? typeof(T).GetConstructor(Type.EmptyTypes)) is { } constructor ? StoredFields.Of(constructor) : null;

    /// <summary>Whether all that a record can set are such, so that none that is not read changes one that is.</summary>
    public bool AreAll => IsMadeByConstructor && contract.Properties.All(property => (property.Set is null && property.AssociatedParameter is null) || IsKept(property));

    /// <summary>Whether a property's member is such.</summary>
    public bool IsKept(JsonPropertyInfo property)
    {
        if (BackingField.Of(property.AttributeProvider as MemberInfo) is not { } field) return false;
        if (property.AssociatedParameter is { IsMemberInitializer: false } parameter) return _constructed?.Find(field) == StoredValue.Of(parameter.Position);

        if (property.AssociatedParameter is null && (property.Set is null || !IsKnown(property.Set, instruction => IsSetting(instruction, property)))) return false;
        return BackingField.IsSetThrough(property.AttributeProvider as MemberInfo);
    }

    /// <summary>Whether a property that a record lacks leaves the same value each time.</summary>
    public bool BeginsAlike(JsonPropertyInfo property)
    {
        if (BackingField.Of(property.AttributeProvider as MemberInfo) is not { } field) return false;
        if (_constructed is null) return typeof(T).IsValueType && contract.CreateObject is not null && typeof(T).GetConstructor(Type.EmptyTypes) is null;
        return _constructed.Find(field) is null or { Kind: StoredValueKind.Constant or StoredValueKind.Parameter };
    }

    // The delegates of a contract may have been replaced by any code. Those that it had are System.Text.Json's own, or were generated into the program.
    private bool IsMadeByConstructor => IsKnown(((JsonTypeInfo)contract).CreateObject, IsMaking) && IsKnown(contract.CreateObject, IsMaking);

    private static bool IsKnown(Delegate? own, Func<Instruction, bool> isPart) =>
        own is null || own.Method.Module.Assembly == s_json || MethodInstructions.Of(own.Method)?.All(instruction => instruction.IsEmpty || isPart(instruction) || s_passing.Contains(instruction.Code)) == true;

    private static bool IsMaking(Instruction instruction) => instruction.Member switch
    {
        ConstructorInfo constructor => instruction.Code == OpCodes.Newobj && constructor.DeclaringType == typeof(T),
        Type => instruction.Code == OpCodes.Initobj,
        _ => instruction.AddressedLocal == 0 || instruction.LoadedLocal >= 0 || instruction.StoredLocal >= 0,
    };

    private static bool IsSetting(Instruction instruction, JsonPropertyInfo property) => instruction.Argument >= 0
        || instruction.Member is MethodInfo { Name: nameof(Unsafe.Unbox) } unbox && unbox.DeclaringType == typeof(Unsafe)
        || ((property.AttributeProvider as PropertyInfo)?.SetMethod ?? property.AttributeProvider as MemberInfo) is { } setter && instruction.Member?.HasSameMetadataDefinitionAs(setter) == true;
}
