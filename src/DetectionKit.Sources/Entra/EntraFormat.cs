using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Entra;

/// <summary>Entra ID's sign-ins as JSON: of Microsoft Graph, of diagnostic settings, of Sentinel's table SigninLogs and of Defender's advanced hunting.</summary>
public sealed class EntraFormat : IEventFormat
{
    private const string List = "value";
    private static readonly string[] s_time = ["createdDateTime", "properties.createdDateTime", "CreatedDateTime", "time", "TimeGenerated", "Timestamp"];
    private static readonly string[] s_user = ["userPrincipalName", "properties.userPrincipalName", "UserPrincipalName", "AccountUpn", "userDisplayName", "properties.userDisplayName"];
    private static readonly string[] s_address = ["ipAddress", "properties.ipAddress", "IPAddress", "callerIpAddress"];
    private static readonly string[] s_error = ["status.errorCode", "properties.status.errorCode", "ErrorCode", "ResultType", "resultType", "Status.errorCode"];

    /// <inheritdoc/>
    public string Name => "entra";

    /// <inheritdoc/>
    public IReadOnlyList<string> Aliases => ["azuread"];

    /// <inheritdoc/>
    public string Description => "Entra ID sign-ins: JSON with userPrincipalName, ipAddress and createdDateTime, or their counterparts in Sentinel and Defender";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record) => DocumentRecognition.Holds(record, fields => Has(fields, s_user) && Has(fields, s_address) && Has(fields, s_time));

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context) =>
        typeof(T) == typeof(SignInAttempt) ? (IEventDecoder<T>)(object)new DocumentDecoder<SignInAttempt>(context, Read, list: List) : null;

    private static string? Read(JsonDocumentFields fields, out SignInAttempt? made)
    {
        made = null;
        if (fields.Value(s_user) is null && fields.Value(s_address) is null) return null;
        if (fields.Time(out var time, s_time) is { } noTime) return noTime;
        if (fields.Address(out var address, s_address) is { } noAddress) return noAddress;
        if (fields.Integer(s_error) is not { } error) return "status.errorCode is missing, so that its outcome is unknown";
        made = new(
            time,
            fields.Name(s_user),
            address,
            error == 0,
            (int)Math.Clamp(error, int.MinValue, int.MaxValue),
            fields.Text("appDisplayName", "properties.appDisplayName", "AppDisplayName", "Application"),
            fields.Text("clientAppUsed", "properties.clientAppUsed", "ClientAppUsed"),
            fields.Text("location.countryOrRegion", "properties.location.countryOrRegion", "LocationDetails.countryOrRegion", "Country", "Location"),
            Within(90, fields.Number("location.geoCoordinates.latitude", "properties.location.geoCoordinates.latitude", "LocationDetails.geoCoordinates.latitude", "Latitude")),
            Within(180, fields.Number("location.geoCoordinates.longitude", "properties.location.geoCoordinates.longitude", "LocationDetails.geoCoordinates.longitude", "Longitude")),
            fields.Integer("autonomousSystemNumber", "properties.autonomousSystemNumber", "AutonomousSystemNumber"));
        return null;
    }

    // An export of Graph wraps its list in an object.
    private static bool Has(JsonDocumentFields fields, string[] paths) => fields.Value(paths) is not null || fields.Value([.. paths.Select(path => $"{List}.{path}")]) is not null;

    private static double? Within(double most, double? degrees) => degrees is { } value && Math.Abs(value) <= most ? value : null;
}
