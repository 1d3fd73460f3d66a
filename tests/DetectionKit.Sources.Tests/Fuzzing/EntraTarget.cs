using DetectionKit.Sources.Entra;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>Entra ID's sign-ins.</summary>
internal sealed class EntraTarget : DocumentsTarget<SignInAttempt>
{
    /// <inheritdoc/>
    public override IEnumerable<byte[]> Seeds =>
    [
        """
        {"createdDateTime":"2026-03-02T08:00:00Z","userPrincipalName":"a@b","ipAddress":"203.0.113.9","status":{"errorCode":0},"location":{"countryOrRegion":"DE","geoCoordinates":{"latitude":52.5,"longitude":-181}}}
        {"time":"2026-03-02T08:00:00Z","resultType":"50126","callerIpAddress":"2001:db8::1","properties":{"userPrincipalName":"a","status":{"errorCode":1}},"value":null}
        """u8.ToArray(),
        """
        {"TimeGenerated":"2026-03-02T08:00:00Z","UserPrincipalName":"a","IPAddress":"203.0.113.9","ResultType":"0","LocationDetails":"{\"countryOrRegion\":\"FR\"}","Location":"DE"}
        {"value":[{"createdDateTime":1,"ipAddress":"203.0.113.9","status":{"errorCode":5}},7]}
        {"Timestamp":1,"AccountUpn":"-","IPAddress":"203.0.113.9","ErrorCode":99999999999}
        """u8.ToArray(),
    ];

    /// <inheritdoc/>
    protected override IEventFormat Format => new EntraFormat();
}
