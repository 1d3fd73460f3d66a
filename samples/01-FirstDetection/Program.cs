var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

// <snippet run>
var signIns = new List<SignIn>();
for (var i = 0; i < 7; i++) signIns.Add(new(start.AddSeconds(20 * i), "ada", "203.0.113.7", Succeeded: i == 6));
for (var i = 0; i < 3; i++) signIns.Add(new(start.AddSeconds(30 * i), "bob", "198.51.100.4", Succeeded: i == 2));

foreach (var alert in signIns.Detect(new PasswordGuessing()))
{
    Console.WriteLine($"{alert.Detection.Id} [{alert.Window.Start:HH:mm}, {alert.Window.End:HH:mm}) {alert.Value}");
    Console.WriteLine($"  id {alert.Id}, {alert.Evidence.First:HH:mm:ss} to {alert.Evidence.Last:HH:mm:ss}");
}
// </snippet>
