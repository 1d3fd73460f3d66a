using System.Net;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using DetectionKit.Detections;

// An hour of virtual time: with another scheduler, such as DefaultScheduler.Instance, the same pipeline runs in real time.
var clock = new HistoricalScheduler(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
var marbles = new Marbles(clock, minutes: 65);

// A beacon calls every minute, and changes its port after 52 calls; an updater calls now and then.
var beacon = Observable.Interval(TimeSpan.FromMinutes(1), clock).Take(59)
    .Select(n => Connection("ws-17", @"C:\Users\Public\sync.exe", "203.0.113.7", n < 52 ? 443 : 8443));
var updater = Observable.Interval(TimeSpan.FromMinutes(9), clock).Take(6)
    .Select(_ => Connection("ws-04", @"C:\Program Files\Updater\updater.exe", "198.51.100.20", 443));
var connections = beacon.Do(marbles.Line<NetworkConnection>("beacon", _ => 'o'))
    .Merge(updater.Do(marbles.Line<NetworkConnection>("updater", _ => 'o')));

// After ten nothing comes, so that no event closes the window: the clock on the wall, here the virtual one, does.
var watermarks = Observable.Interval(TimeSpan.FromMinutes(1), clock).Take(65).Select(_ => clock.Now);

var settings = new RunSettings { Trigger = AlertTrigger.Early, Disorder = Disorder.None };
using var subscription = connections.Concat(Observable.Never<NetworkConnection>())
    .Detect(new VpsBeaconing(), settings: settings, watermarks: watermarks)
    .Do(marbles.Line<Alert<Beacon>>("alerts", alert => alert.Status == AlertStatus.Final ? '|' : alert.Tier!.Name[0]))
    .Subscribe(Print);

clock.Start();
marbles.Print();

void Print(Alert<Beacon> alert)
{
    var b = alert.Value;
    Console.WriteLine($"{clock.Now:HH:mm}  {alert.Status,-6} revision {alert.Revision}  {b.ComputerName} -> {b.RemoteAddressIP4}  {b.ConnectionCount} connections, {b.UniqueRemotePorts} port(s)  {alert.Tier}");
}

NetworkConnection Connection(string host, string image, string address, int port) => new(clock.Now, host, "ada", image, null, IPAddress.Parse(address), port);
