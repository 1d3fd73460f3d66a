namespace DetectionKit.Sources.Json;

/// <summary>What kind of JSON value a field has.</summary>
internal enum FieldKind : byte
{
    Absent,
    Null,
    Text,
    EscapedText,
    Number,
    Boolean,
    Composite,
}
