using System.Globalization;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers;

/// <summary>
/// FDR as the sensor sends it: a connection names its sensor and its process by id; process, host and user stand in rows of their own in the same
/// file (ProcessRollup2, SyntheticProcessRollup2, aidmaster, UserIdentity).
/// </summary>
internal sealed class FdrRawWriter : ITelemetryWriter
{
    private readonly Organisation _organisation;
    private readonly DateTimeOffset _start;
    private readonly ProcessFragments _fragments;
    private ulong _number;

    public FdrRawWriter(Simulation simulation)
    {
        _organisation = simulation.Organisation;
        _start = simulation.Options.Start.ToUniversalTime();
        _fragments = new ProcessFragments((process, line) =>
        {
            FdrLine.SensorState(line, process.Host);
            FdrLine.Sensor(line, process.Host, _organisation.CustomerId);
        });
    }

    public void WriteHost(LineBuffer buffer, Host host)
    {
        WriteAidMaster(buffer, host);
        foreach (var account in host.Accounts) WriteUserIdentity(buffer, host, account);
    }

    public void Write(LineBuffer buffer, SimulatedEvent simulated)
    {
        switch (simulated)
        {
            case SimulatedConnection connection:
                FdrLine.BeginConnection(buffer, connection);
                buffer.Raw(_fragments.Of(connection.Process));
                break;
            case SimulatedDnsRequest request:
                FdrLine.BeginDnsRequest(buffer, request);
                buffer.Raw(_fragments.Of(request.Process));
                break;
            case SimulatedProcessStart start:
                BeginProcess(buffer, start);
                break;
            default:
                return;
        }

        FdrLine.End(buffer, _number++);
    }

    private void BeginProcess(LineBuffer line, SimulatedProcessStart start)
    {
        var process = start.Process;
        var name = process.IsSynthetic ? "SyntheticProcessRollup2" : "ProcessRollup2";
        line.Raw("{\"event_simpleName\":\""u8).Raw(process.IsSynthetic ? "SyntheticProcessRollup2"u8 : "ProcessRollup2"u8).Raw("\""u8);
        line.Text("name", name + (process.Host.IsWindows ? "V18" : "LinV12"));
        if (process.IsSynthetic) line.Raw(",\"ContextTimeStamp\":\""u8).EpochSeconds(start.Occurred).Raw("\",\"SyntheticPR2Flags\":\"8\""u8);
        line.Raw(",\"timestamp\":\""u8).EpochMilliseconds(start.Reported);
        line.Raw("\",\"ProcessStartTime\":\""u8).EpochSeconds(process.Started);
        line.Raw("\",\"ProcessEndTime\":\"\",\"TargetProcessId\":\""u8).Number(process.Id);
        line.Raw("\",\"RawProcessId\":\""u8).Number((ulong)process.OperatingSystemId);
        line.Raw("\",\"ParentProcessId\":\""u8).Number(process.Id ^ 0x5DEECE66DUL);
        line.Raw("\",\"SourceProcessId\":\""u8).Number(process.Id ^ 0x5DEECE66DUL).Raw("\",\"SourceThreadId\":\"0\",\"SessionProcessId\":\"0\",\"EventOrigin\":\"1\""u8);
        line.TextOrMissing("ImageFileName", process.Image, writeNull: false);
        line.TextOrMissing("CommandLine", process.CommandLine, writeNull: false);
        line.Text("ParentBaseFileName", process.ParentName);
        if (process.Image is { } image) line.Text("SHA256HashData", FdrLine.Digest(image)).Text("MD5HashData", FdrLine.Digest(image)[..32]);
        WriteAccount(line, process);
        FdrLine.SensorState(line, process.Host);
        FdrLine.Sensor(line, process.Host, _organisation.CustomerId);
    }

    private static void WriteAccount(LineBuffer line, SimulatedProcess process)
    {
        if (process.Account is not { } account) return;
        if (account.Uid is not { } uid)
        {
            line.Text("UserSid", account.Sid).Raw(",\"IntegrityLevel\":\"8192\",\"TokenType\":\"1\",\"ImageSubsystem\":\"2\""u8);
            return;
        }

        var id = uid.ToString(CultureInfo.InvariantCulture);
        line.Text("UID", id).Text("RUID", id).Text("SVUID", id).Text("GID", id).Text("RGID", id).Text("SVGID", id);
    }

    private void WriteAidMaster(LineBuffer line, Host host)
    {
        line.Raw("{\"Time\":\""u8).EpochSeconds(_start.AddMinutes(-90).AddMilliseconds(host.Index * 7)).Raw("\""u8);
        line.Text("ComputerName", host.Name).Text("MachineDomain", host.IsWindows ? _organisation.Domain : "none").Text("OU", "none").Text("SiteName", host.Site.City);
        line.Text("City", host.Site.City).Text("ProductType", host.IsPersonal ? "1" : "3");
        line.Text("Version", host switch { { IsPersonal: true } => "Windows 11", { IsWindows: true } => "Windows Server 2022", _ => "Ubuntu 24.04" });
        line.Text("AgentVersion", "7.20.19204.0").Text("SystemManufacturer", "none").Text("PointerSize", "8").Text("FalconGroupingTags", "none");
        FdrLine.Sensor(line, host, _organisation.CustomerId);
        line.Raw("}\n"u8);
    }

    private void WriteUserIdentity(LineBuffer line, Host host, Account account)
    {
        var logon = _start.AddHours(-2).AddMilliseconds(host.Index * 13);
        line.Raw("{\"event_simpleName\":\"UserIdentity\""u8).Text("name", host.IsWindows ? "UserIdentityV2" : "UserIdentityLinV2");
        line.Raw(",\"timestamp\":\""u8).EpochMilliseconds(logon.AddMilliseconds(80)).Raw("\""u8);
        line.Text("UserName", account.Name).Text("UserSid", account.Sid);
        if (account.Uid is { } uid) line.Text("UID", uid.ToString(CultureInfo.InvariantCulture)).Text("UserPrincipal", account.Name + "@" + host.Name);
        else line.Text("LogonDomain", _organisation.Domain.Split('.')[0].ToUpperInvariant()).Text("UserPrincipal", "");
        line.Raw(",\"LogonTime\":\""u8).EpochSeconds(logon).Raw("\",\"LogonType\":\"2\",\"UserIsAdmin\":\"0\""u8);
        FdrLine.SensorState(line, host);
        FdrLine.Sensor(line, host, _organisation.CustomerId);
        FdrLine.End(line, ~_number++);
    }
}
