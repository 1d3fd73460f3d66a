namespace DetectionKit.Sources.Columns;

/// <summary>Decodes a value; of any thread.</summary>
/// <param name="text">The bytes of a JSON text between its quotes, or of another value.</param>
/// <param name="isEscaped">Whether backslashes in them are escapes.</param>
internal delegate V DecodeText<out V>(ReadOnlySpan<byte> text, bool isEscaped);
