using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace DetectionKit.Sources.Members.Storage;

/// <summary>Reads what a method does, as ECMA-335 has it (III.1.2).</summary>
internal static class MethodInstructions
{
    private const byte TwoByteCode = 0xFE;

    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    /// <summary>The instructions of a method; null where they are not to be had: it is abstract, or the program was compiled ahead of time.</summary>
    public static List<Instruction>? Of(MethodBase method)
    {
        if (CodeOf(method) is not { } code) return null;
        var instructions = new List<Instruction>();
        for (ReadOnlySpan<byte> rest = code; !rest.IsEmpty;)
        {
            if (!s_codes.TryGetValue(rest[0] == TwoByteCode && rest.Length > 1 ? BinaryPrimitives.ReadInt16BigEndian(rest) : rest[0], out var known)) return null;
            rest = rest[known.Size..];
            var size = known.OperandType == OperandType.InlineSwitch ? sizeof(int) + (BinaryPrimitives.ReadInt32LittleEndian(rest) * sizeof(int)) : SizeOf(known.OperandType);
            instructions.Add(Read(known, rest[..size], method));
            rest = rest[size..];
        }

        return instructions;
    }

    private static byte[]? CodeOf(MethodBase method)
    {
        try
        {
            return method.GetMethodBody()?.GetILAsByteArray();
        }
        catch (Exception e) when (e is PlatformNotSupportedException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Instruction Read(OpCode code, ReadOnlySpan<byte> operand, MethodBase method) => code.OperandType switch
    {
        OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType => new(code, 0, MemberOf(BinaryPrimitives.ReadInt32LittleEndian(operand), method)),
        OperandType.InlineVar => new(code, BinaryPrimitives.ReadUInt16LittleEndian(operand), null),
        OperandType.InlineBrTarget => new(code, BinaryPrimitives.ReadInt32LittleEndian(operand), null),
        OperandType.ShortInlineVar or OperandType.ShortInlineBrTarget => new(code, operand[0], null),
        _ => new(code, 0, null),
    };

    private static MemberInfo? MemberOf(int token, MethodBase method)
    {
        try
        {
            return method.Module.ResolveMember(token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (Exception e) when (e is ArgumentException or BadImageFormatException or TypeLoadException or IOException)
        {
            // What it is about belongs to an assembly that is not there, say.
            return null;
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => sizeof(byte),
        OperandType.InlineVar => sizeof(ushort),
        OperandType.InlineI8 or OperandType.InlineR => sizeof(long),
        _ => sizeof(int),
    };
}
