using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Entra;

/// <summary>Entra ID's sign-ins as JSON: of Microsoft Graph, of diagnostic settings, of Sentinel's table SigninLogs and of Defender's advanced hunting.</summary>
public sealed class EntraFormat : IEventFormat, IColumnFormat
{
    /// <inheritdoc/>
    public string Name => "entra";

    /// <inheritdoc/>
    public IReadOnlyList<string> Aliases => ["azuread"];

    /// <inheritdoc/>
    public string Description => "Entra ID sign-ins: JSON with userPrincipalName, ipAddress and createdDateTime, or their counterparts in Sentinel and Defender";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record) => DocumentRecognition.Holds(record, fields => Has(fields, EntraPaths.User) && Has(fields, EntraPaths.Address) && Has(fields, EntraPaths.Time));

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context) =>
        typeof(T) == typeof(SignInAttempt) ? (IEventDecoder<T>)(object)EntraSignIns.Documents.Decoder(context) : null;

    /// <inheritdoc/>
    IEventColumns<T>? IColumnFormat.ColumnsOf<T>(SourceOptions options, EventReads<T> reads) =>
        reads is EventReads<SignInAttempt> attempts ? (IEventColumns<T>?)EntraSignIns.Documents.Columns(options, attempts) : EventColumns.Usual(options, reads);

    // An export of Graph wraps its list in an object.
    private static bool Has(JsonDocumentFields fields, string[] paths) => fields.Value(paths) is not null || fields.Value([.. paths.Select(path => $"{EntraPaths.List}.{path}")]) is not null;
}
