using CsCheck;
using DetectionKit.Sources.Entra;
using DetectionKit.Sources.Mapping;
using DetectionKit.Sources.Tests.Mapping;

namespace DetectionKit.Sources.Tests.Entra;

public sealed class EntraColumnsTests
{
    private static readonly Gen<string> s_graph = DocumentLines.Of(
        ("createdDateTime", ["\"2026-03-02T08:00:00Z\"", "\"2026-03-02T08:00:00.1234567+01:00\""]),
        ("userPrincipalName", ["\"alice@example.com\"", "\"BOB@example.com\""]),
        ("userDisplayName", ["\"Alice\""]),
        ("ipAddress", ["\"203.0.113.9\"", "\"2001:db8::1\""]),
        ("status.errorCode", ["0", "50126", "\"0\""]),
        ("appDisplayName", ["\"Portal\""]),
        ("clientAppUsed", ["\"Browser\""]),
        ("location.countryOrRegion", ["\"DE\""]),
        ("location.geoCoordinates.latitude", ["52.5", "-91"]),
        ("location.geoCoordinates.longitude", ["13.4", "181"]),
        ("autonomousSystemNumber", ["64500"]));

    private static readonly Gen<string> s_settings = DocumentLines.Of(
        ("time", ["\"2026-03-02T08:00:00Z\""]),
        ("callerIpAddress", ["\"203.0.113.7\""]),
        ("resultType", ["\"0\"", "50053"]),
        ("value", ["null", "\"x\"", "7", "[{\"createdDateTime\":\"2026-03-02T08:00:00Z\",\"ipAddress\":\"203.0.113.9\",\"status\":{\"errorCode\":0}}]", "[]", "null", "null", "null"]),
        ("properties.createdDateTime", ["\"2026-03-02T08:00:00Z\""]),
        ("properties.userPrincipalName", ["\"alice@example.com\""]),
        ("properties.ipAddress", ["\"203.0.113.9\""]),
        ("properties.status.errorCode", ["0", "50126"]),
        ("properties.appDisplayName", ["\"Portal\""]),
        ("properties.location.geoCoordinates.latitude", ["52.5"]));

    private static readonly Gen<string> s_sentinel = DocumentLines.Of(
        ("TimeGenerated", ["\"2026-03-02T08:00:00Z\""]),
        ("UserPrincipalName", ["\"alice@example.com\""]),
        ("IPAddress", ["\"203.0.113.7\""]),
        ("ResultType", ["\"0\"", "\"50053\""]),
        ("Location", ["\"DE\""]),
        ("LocationDetails", ["\"{\\\"countryOrRegion\\\":\\\"FR\\\"}\"", "{\"countryOrRegion\":\"FR\",\"geoCoordinates\":{\"latitude\":48.9}}", "\"\"", "null"]),
        ("AutonomousSystemNumber", ["\"64500\""]));

    [Fact]
    public void Judge_of_a_usual_record_needs_no_whole_document() => WholeDocuments.KindOf(
        EntraSignIns.Documents.Record,
        """{"createdDateTime":"2026-03-02T08:00:00Z","userPrincipalName":"alice@example.com","ipAddress":"203.0.113.9","status":{"errorCode":0},"location":{"countryOrRegion":"DE","geoCoordinates":{"latitude":52.5}}}""").ShouldBe(MappedKind.Event);

    [Fact]
    public void Read_of_sign_ins_gives_what_whole_documents_give() => Gen.Select(Gen.OneOf(s_graph, s_settings, s_sentinel).Array[0, 30], Gen.Int[0, 2], Gen.Bool)
        .Sample((lines, way, foldCase) => WholeDocuments.AreRead<SignInAttempt>(new EntraFormat(), lines, way, foldCase), iter: 2_000, print: input => string.Join('\n', input.Item1));
}
