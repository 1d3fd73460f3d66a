using System.Reflection;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Members;

namespace DetectionKit.Sources.Mapping;

/// <summary>A member of an event, and where a mapping says that it stands.</summary>
/// <param name="name">Its name.</param>
/// <param name="paths">Its paths, of which the first that is there counts; none where the mapping says nothing of it.</param>
/// <param name="isRequired">Whether there is no event without it.</param>
internal abstract class MappedMember(string name, IReadOnlyList<string> paths, bool isRequired)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its paths.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>Whether there is no event without it.</summary>
    public bool IsRequired => isRequired;

    /// <summary>A member whose values are of a type.</summary>
    public static MappedMember Of(string name, Type type, IReadOnlyList<string> paths, bool isRequired) =>
        (MappedMember)Activator.CreateInstance(typeof(MappedMember<>).MakeGenericType(type), name, paths, isRequired, null)!;

    /// <summary>Whether it is the name of a host, a user or an image, which <see cref="SourceOptions.FoldCase"/> is about.</summary>
    protected bool IsName => name is nameof(NetworkConnection.Host) or nameof(NetworkConnection.User) or nameof(NetworkConnection.Image) or nameof(ProcessStart.ParentImage);

    /// <summary>Reads the member of an object.</summary>
    /// <param name="found">The object.</param>
    /// <param name="value">The value; null when there is none.</param>
    /// <returns>Null, or what is wrong, naming the member and its paths.</returns>
    public abstract string? Read(JsonDocumentFields found, out object? value);

    /// <summary>The member as a column.</summary>
    /// <param name="member">The member of the event type.</param>
    /// <param name="field">The number of the field that it is read from.</param>
    /// <param name="beginsEmpty">Whether an event that is given no value for it has the type's default.</param>
    /// <param name="options">How to read.</param>
    public abstract MemberColumn<T> ColumnOf<T>(MemberInfo member, int field, bool beginsEmpty, SourceOptions options);
}
