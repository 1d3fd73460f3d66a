using System.Reflection;
using System.Reflection.Emit;

namespace DetectionKit.Sources.Members.Storage;

/// <summary>One instruction of a method's code.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Number">The number that it has with it: of an argument or a local variable, or how many bytes further it goes on; 0 when it has none.</param>
/// <param name="Member">The field, the method or the type that it is about; null when it is about none.</param>
internal readonly record struct Instruction(OpCode Code, int Number, MemberInfo? Member)
{
    private static readonly OpCode[] s_arguments = [OpCodes.Ldarg_0, OpCodes.Ldarg_1, OpCodes.Ldarg_2, OpCodes.Ldarg_3];
    private static readonly OpCode[] s_loads = [OpCodes.Ldloc_0, OpCodes.Ldloc_1, OpCodes.Ldloc_2, OpCodes.Ldloc_3];
    private static readonly OpCode[] s_stores = [OpCodes.Stloc_0, OpCodes.Stloc_1, OpCodes.Stloc_2, OpCodes.Stloc_3];

    /// <summary>The number of the argument that it loads, from 0, which is the object itself in an instance's code; negative when it loads none.</summary>
    public int Argument => NumberOf(s_arguments, OpCodes.Ldarg_S, OpCodes.Ldarg);

    /// <summary>The number of the local variable that it loads; negative when it loads none.</summary>
    public int LoadedLocal => NumberOf(s_loads, OpCodes.Ldloc_S, OpCodes.Ldloc);

    /// <summary>The number of the local variable that it stores; negative when it stores none.</summary>
    public int StoredLocal => NumberOf(s_stores, OpCodes.Stloc_S, OpCodes.Stloc);

    /// <summary>The number of the local variable whose address it gives; negative when it gives none.</summary>
    public int AddressedLocal => NumberOf([], OpCodes.Ldloca_S, OpCodes.Ldloca);

    /// <summary>Whether it does nothing: compilers leave such ones for debuggers.</summary>
    public bool IsEmpty => Code == OpCodes.Nop || (Number == 0 && (Code == OpCodes.Br_S || Code == OpCodes.Br));

    private int NumberOf(ReadOnlySpan<OpCode> first, OpCode near, OpCode far) => Code == near || Code == far ? Number : first.IndexOf(Code);
}
