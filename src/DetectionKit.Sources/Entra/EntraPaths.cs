namespace DetectionKit.Sources.Entra;

/// <summary>Where a sign-in's fields stand in the exports that there are of them.</summary>
internal static class EntraPaths
{
    /// <summary>The property in which an export of Graph has its sign-ins.</summary>
    public const string List = "value";

    /// <summary>When it was tried.</summary>
    public static string[] Time { get; } = ["createdDateTime", "properties.createdDateTime", "CreatedDateTime", "time", "TimeGenerated", "Timestamp"];

    /// <summary>Who.</summary>
    public static string[] User { get; } = ["userPrincipalName", "properties.userPrincipalName", "UserPrincipalName", "AccountUpn", "userDisplayName", "properties.userDisplayName"];

    /// <summary>From where.</summary>
    public static string[] Address { get; } = ["ipAddress", "properties.ipAddress", "IPAddress", "callerIpAddress"];

    /// <summary>With what outcome: 0 for success.</summary>
    public static string[] Error { get; } = ["status.errorCode", "properties.status.errorCode", "ErrorCode", "ResultType", "resultType", "Status.errorCode"];

    /// <summary>Into what.</summary>
    public static string[] Application { get; } = ["appDisplayName", "properties.appDisplayName", "AppDisplayName", "Application"];

    /// <summary>With what.</summary>
    public static string[] Client { get; } = ["clientAppUsed", "properties.clientAppUsed", "ClientAppUsed"];

    /// <summary>In which country.</summary>
    public static string[] Country { get; } = ["location.countryOrRegion", "properties.location.countryOrRegion", "LocationDetails.countryOrRegion", "Country", "Location"];

    /// <summary>How far north.</summary>
    public static string[] Latitude { get; } = ["location.geoCoordinates.latitude", "properties.location.geoCoordinates.latitude", "LocationDetails.geoCoordinates.latitude", "Latitude"];

    /// <summary>How far east.</summary>
    public static string[] Longitude { get; } = ["location.geoCoordinates.longitude", "properties.location.geoCoordinates.longitude", "LocationDetails.geoCoordinates.longitude", "Longitude"];

    /// <summary>By whose network.</summary>
    public static string[] System { get; } = ["autonomousSystemNumber", "properties.autonomousSystemNumber", "AutonomousSystemNumber"];
}
