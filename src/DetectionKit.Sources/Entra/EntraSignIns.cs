using System.Net;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Entra;

/// <summary>Entra ID's sign-ins.</summary>
internal static class EntraSignIns
{
    private const double MostNorth = 90, MostEast = 180;

    /// <summary>Their documents.</summary>
    public static MappedDocuments<SignInAttempt> Documents { get; } = new(
        Read,
        [],
        [
            new MappedMember<DateTimeOffset>(nameof(SignInAttempt.Time), EntraPaths.Time, isRequired: true),
            new MappedMember<string?>(nameof(SignInAttempt.User), EntraPaths.User, isRequired: false),
            new MappedMember<IPAddress>(nameof(SignInAttempt.RemoteAddress), EntraPaths.Address, isRequired: true),
            new MappedMember<bool>(nameof(SignInAttempt.IsSuccess), EntraPaths.Error, isRequired: true, new SuccessReader()),
            new MappedMember<int?>(nameof(SignInAttempt.ErrorCode), EntraPaths.Error, isRequired: false),
            new MappedMember<string?>(nameof(SignInAttempt.Application), EntraPaths.Application, isRequired: false),
            new MappedMember<string?>(nameof(SignInAttempt.Client), EntraPaths.Client, isRequired: false),
            new MappedMember<string?>(nameof(SignInAttempt.Country), EntraPaths.Country, isRequired: false),
            new MappedMember<double?>(nameof(SignInAttempt.Latitude), EntraPaths.Latitude, isRequired: false, new DegreesReader(MostNorth)),
            new MappedMember<double?>(nameof(SignInAttempt.Longitude), EntraPaths.Longitude, isRequired: false, new DegreesReader(MostEast)),
            new MappedMember<long?>(nameof(SignInAttempt.AutonomousSystem), EntraPaths.System, isRequired: false),
        ],
        EntraPaths.List);

    private static string? Read(JsonDocumentFields fields, out SignInAttempt? made)
    {
        made = null;
        if (fields.Value(EntraPaths.User) is null && fields.Value(EntraPaths.Address) is null) return null;
        if (fields.Time(out var time, EntraPaths.Time) is { } noTime) return noTime;
        if (fields.Address(out var address, EntraPaths.Address) is { } noAddress) return noAddress;
        if (fields.Integer(EntraPaths.Error) is not { } error) return "status.errorCode is missing, so that its outcome is unknown";
        made = new(
            time,
            fields.Name(EntraPaths.User),
            address,
            error == 0,
            (int)Math.Clamp(error, int.MinValue, int.MaxValue),
            fields.Text(EntraPaths.Application),
            fields.Text(EntraPaths.Client),
            fields.Text(EntraPaths.Country),
            DegreesReader.Within(MostNorth, fields.Number(EntraPaths.Latitude)),
            DegreesReader.Within(MostEast, fields.Number(EntraPaths.Longitude)),
            fields.Integer(EntraPaths.System));
        return null;
    }
}
