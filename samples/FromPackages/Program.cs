using System.Net;
using DetectionKit.Detections;

// No using for DetectionKit itself: its package brings it.
var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
var accesses = Enumerable.Range(0, 12).Select(i => new ShareAccess(start.AddSeconds(10 * i), "ws-17", @$"\\files\share{i}"));
var calls = Enumerable.Range(0, 30).Select(i => new NetworkConnection(start.AddMinutes(i), "ws-17", "ada", @"C:\Users\Public\sync.exe", null, IPAddress.Parse("203.0.113.7"), 443));

var enumerations = accesses.Detect(new ShareEnumeration()).ToList();
var beacons = calls.Detect(new VpsBeaconing()).ToList();
foreach (var alert in enumerations) Console.WriteLine($"{alert.Detection.Id}: {alert.Value}");
foreach (var alert in beacons) Console.WriteLine($"{alert.Detection.Id}: {alert.Value.ComputerName} -> {alert.Value.RemoteAddressIP4}, {alert.Tier}");

// One alert each, or the packages are not what they should be.
return (enumerations.Count, beacons.Count) == (1, 1) ? 0 : 1;
