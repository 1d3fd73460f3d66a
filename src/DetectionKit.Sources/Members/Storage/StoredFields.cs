using System.Reflection;
using System.Reflection.Emit;

namespace DetectionKit.Sources.Members.Storage;

/// <summary>
/// What a constructor or a setter stores in the fields of its object, where it does no more with what it is given than to store it, and takes the same way each time. So does what the compiler makes of a
/// record's parameters, of automatic properties and of what they are initialised with.
/// </summary>
internal sealed class StoredFields
{
    // What may change an argument.
    private static readonly OpCode[] s_changing = [OpCodes.Starg, OpCodes.Starg_S, OpCodes.Ldarga, OpCodes.Ldarga_S];

    private readonly Dictionary<(Module Module, int Token), StoredValue> _stores = [];
    private readonly Stack<StoredValue> _stack = [];

    private StoredFields()
    {
    }

    /// <summary>How many fields are stored.</summary>
    public int Count => _stores.Count;

    /// <summary>Follows a method.</summary>
    /// <returns>What it stores; null where it does more, or that can't be known.</returns>
    public static StoredFields? Of(MethodBase method)
    {
        var fields = new StoredFields();
        return fields.TryFollow(method, [StoredValue.This, .. method.GetParameters().Select((_, i) => StoredValue.Of(i))]) ? fields : null;
    }

    /// <summary>What a field has in the end; null for one that is not stored.</summary>
    public StoredValue? Find(FieldInfo field) => _stores.TryGetValue(KeyOf(field), out var value) ? value : null;

    // Generic types differ by their arguments, which are those of the object's type in all its code.
    private static (Module Module, int Token) KeyOf(FieldInfo field) => (field.Module, field.MetadataToken);

    private bool TryFollow(MethodBase method, StoredValue[] arguments)
    {
        var depth = _stack.Count;
        var locals = new LocalVariables();
        if (MethodInstructions.Of(method) is not { } instructions) return false;
        foreach (var instruction in instructions)
        {
            if (instruction.Code == OpCodes.Ret) return _stack.Count == depth;
            if (!TryFollow(instruction, arguments, locals)) return false;
        }

        return false;
    }

    private bool TryFollow(Instruction instruction, StoredValue[] arguments, LocalVariables locals)
    {
        var code = instruction.Code;
        if (instruction.IsEmpty) return true;
        if (instruction.Argument >= 0) return Push(arguments[instruction.Argument]);
        if (instruction.LoadedLocal >= 0) return Push(locals.Load(instruction.LoadedLocal));
        if (instruction.StoredLocal >= 0) return locals.TryStore(instruction.StoredLocal, _stack.Pop());
        if (instruction.AddressedLocal >= 0) return locals.TryShare(instruction.AddressedLocal) && Push(StoredValue.Other);
        if (code == OpCodes.Ldnull || code == OpCodes.Ldstr || code.Name!.StartsWith("ldc.", StringComparison.Ordinal)) return Push(StoredValue.Constant);
        if (code.Name.StartsWith("conv.", StringComparison.Ordinal)) return !_stack.Peek().IsGiven;
        if (code == OpCodes.Ldsfld) return Push(IsEmptyText(instruction.Member) ? StoredValue.Constant : StoredValue.Other);
        if (code == OpCodes.Stfld) return TryStore(instruction.Member as FieldInfo, _stack.Pop(), _stack.Pop());
        if (code == OpCodes.Call || code == OpCodes.Callvirt || code == OpCodes.Newobj) return instruction.Member is MethodBase called && TryCall(called, isNew: code == OpCodes.Newobj);
        return TryPass(code);
    }

    private bool TryStore(FieldInfo? field, StoredValue value, StoredValue owner)
    {
        if (field is null || value == StoredValue.This || owner is { Kind: StoredValueKind.Parameter }) return false;
        if (owner == StoredValue.This) _stores[KeyOf(field)] = value;
        return owner == StoredValue.This || !value.IsGiven;
    }

    // Only the constructors that it begins with are given the object; what else is called could do anything with what it is given.
    private bool TryCall(MethodBase called, bool isNew)
    {
        var arguments = new StoredValue[called.GetParameters().Length + (called.IsStatic || isNew ? 0 : 1)];
        for (var i = arguments.Length - 1; i >= 0; i--) arguments[i] = _stack.Pop();
        if (called is ConstructorInfo && !isNew && arguments[0] == StoredValue.This) return !arguments[1..].Contains(StoredValue.This) && TryFollow(called, arguments);
        if (arguments.Any(argument => argument.IsGiven)) return false;
        if (isNew && Nullable.GetUnderlyingType(called.DeclaringType!) is not null) return Push(arguments[0]);
        var gives = isNew || (called is MethodInfo method && method.ReturnType != typeof(void));
        return !gives || Push(StoredValue.Other);
    }

    // Any other one that goes on with the next, and has nothing to do with what is given.
    private bool TryPass(OpCode code)
    {
        var (popped, pushed) = (CountOf($"{code.StackBehaviourPop}"), CountOf($"{code.StackBehaviourPush}"));
        if (code.FlowControl != FlowControl.Next || s_changing.Contains(code) || popped < 0 || pushed < 0) return false;
        for (; popped > 0; popped--)
        {
            if (_stack.Pop().IsGiven) return false;
        }

        for (; pushed > 0; pushed--) _stack.Push(StoredValue.Other);
        return true;
    }

    // As in Pop0, Popi and Popref_popi, and Varpop, which says that it depends.
    private static int CountOf(string behaviour) => behaviour.StartsWith("Var", StringComparison.Ordinal) ? -1 : behaviour.EndsWith('0') ? 0 : behaviour.Count(c => c == '_') + 1;

    private static bool IsEmptyText(MemberInfo? field) => field is FieldInfo { Name: nameof(string.Empty) } && field.DeclaringType == typeof(string);

    private bool Push(StoredValue value)
    {
        _stack.Push(value);
        return true;
    }
}
