using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers;

/// <summary>
/// FDR as LogScale exports it: every field of host, user and process on the connection itself. What the sensor did not learn is left out on some
/// processes' events and null on others'.
/// </summary>
internal sealed class FdrEnrichedWriter : ITelemetryWriter
{
    private readonly Organisation _organisation;
    private readonly ProcessFragments _fragments;
    private ulong _number;

    public FdrEnrichedWriter(Organisation organisation)
    {
        _organisation = organisation;
        _fragments = new ProcessFragments(EncodeProcess);
    }

    public void WriteHost(LineBuffer buffer, Host host)
    {
        // An enriched export has no rows to join with.
    }

    public void Write(LineBuffer buffer, SimulatedEvent simulated)
    {
        switch (simulated)
        {
            case SimulatedConnection connection:
                FdrLine.BeginConnection(buffer, connection);
                break;
            case SimulatedDnsRequest request:
                FdrLine.BeginDnsRequest(buffer, request);
                break;
            default:
                return;
        }

        buffer.Raw(_fragments.Of(simulated.Process));
        FdrLine.End(buffer, _number++);
    }

    private void EncodeProcess(SimulatedProcess process, LineBuffer line)
    {
        var host = process.Host;
        var writeNull = (process.Id & 1) == 1;
        line.Text("ComputerName", host.Name);
        line.TextOrMissing("UserName", process.Account?.Name, writeNull);
        if (host.IsWindows) line.TextOrMissing("UserSid", process.Account?.Sid, writeNull);
        line.TextOrMissing("ImageFileName", process.Image, writeNull);
        line.TextOrMissing("CommandLine", process.CommandLine, writeNull);
        if (process.Image is not null) line.Text("ParentBaseFileName", process.ParentName);
        line.Text("MachineDomain", _organisation.Domain);
        FdrLine.Sensor(line, host, _organisation.CustomerId);
    }
}
