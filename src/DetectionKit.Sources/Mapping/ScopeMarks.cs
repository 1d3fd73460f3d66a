using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Mapping;

/// <summary>What tells of an object that is gone into.</summary>
/// <param name="Whole">The field of its property, which has a value where that is no object.</param>
/// <param name="Mark">Its mark: see <see cref="FieldScope.Mark"/>.</param>
internal readonly record struct ScopeMarks(int Whole, int Mark);
