using System.Reflection;
using System.Reflection.Emit;

namespace DetectionKit.Sources.Members.Storage;

/// <summary>The field that a member is, or gives, as that of an automatic property.</summary>
internal static class BackingField
{
    /// <summary>The field; null where a member is made otherwise, or that can't be known.</summary>
    public static FieldInfo? Of(MemberInfo? member) => member switch
    {
        FieldInfo field => field,
        PropertyInfo { GetMethod: { IsStatic: false } getter } => GivenBy(getter),
        _ => null,
    };

    /// <summary>Whether to set a member is to store the value in its field, and nothing else.</summary>
    public static bool IsSetThrough(MemberInfo? member) => member switch
    {
        FieldInfo => true,
        PropertyInfo { SetMethod: { } setter } => Of(member) is { } field && StoredFields.Of(setter) is { Count: 1 } stored && stored.Find(field) == StoredValue.Of(0),
        _ => false,
    };

    private static FieldInfo? GivenBy(MethodInfo getter)
    {
        var code = MethodInstructions.Of(getter)?.Where(instruction => !instruction.IsEmpty && instruction.LoadedLocal != 0 && instruction.StoredLocal != 0).ToArray();
        return code is [{ Argument: 0 }, { Member: FieldInfo field } load, var end] && load.Code == OpCodes.Ldfld && end.Code == OpCodes.Ret ? field : null;
    }
}
