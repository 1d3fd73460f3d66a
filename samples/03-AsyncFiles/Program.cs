using DetectionKit.Detections;
using DetectionKit.Simulator;
using DetectionKit.Simulator.Writers;
using DetectionKit.Sources;

// Ctrl+C ends the run; so does the longest time that this sample may take.
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

var folder = Directory.CreateTempSubdirectory("detectionkit-");
try
{
    // Two hours of a simulated organisation, as CrowdStrike FDR: raw rows, where a connection's process, host and user stand on other lines.
    var simulation = Simulation.Create(new SimulationOptions { Seed = 7, Hosts = 20, Duration = TimeSpan.FromHours(2) });
    var files = await SimulationWriter.WriteAsync(simulation, folder.FullName, cancellationToken: stop.Token);

    // Events come nearly in order here, so windows may close, and alerts come, while the file is still being read.
    var disorder = Disorder.Within(TimeSpan.FromMinutes(10));
    var (read, run) = (new SourceReport(), new RunReport());
    var alerts = EventFiles.ReadAsync<NetworkConnection>(files.Paths[1], new SourceOptions { Disorder = disorder }, read)
        .Detect(new VpsBeaconing(), new VpsBeaconingOptions { MinConnections = 15 }, new RunSettings { Disorder = disorder }, run);

    await foreach (var alert in alerts.WithCancellation(stop.Token))
    {
        var b = alert.Value;
        Console.WriteLine($"{alert.Window.End:HH:mm} after {run.Events,5} events: {b.ComputerName} {b.ImageFileName} -> {b.RemoteAddressIP4}, {b.ConnectionCount} connections, {alert.Tier}");
    }

    Console.WriteLine($"{read.Lines} lines, {read.Malformed} malformed, {run.Events} connections, {run.LateEvents} late, {run.Alerts} alerts");
}
catch (OperationCanceledException)
{
    Console.WriteLine("Stopped.");
}
finally
{
    folder.Delete(recursive: true);
}
