namespace DetectionKit.Engine;

/// <summary>Texts by value, ordinal.</summary>
internal sealed class TextColumn : BlockCodedColumn<string, CodedText>;
