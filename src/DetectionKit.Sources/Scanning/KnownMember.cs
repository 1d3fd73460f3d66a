using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>A member of an object whose name is known.</summary>
/// <param name="Bytes">Its name, with the quote and the colon behind it.</param>
/// <param name="Field">The number of the field; <see cref="FieldNames.None"/> when nobody wants it.</param>
/// <param name="Others">Those of the bytes that are compared at once which are not of the name.</param>
/// <param name="Inner">The names that are known of an object that is its value; null where nothing within is wanted.</param>
internal readonly record struct KnownMember(byte[] Bytes, int Field, uint Others, KnownMembers? Inner);
