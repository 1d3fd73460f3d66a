namespace DetectionKit.Benchmarks.Workload;

/// <summary>A program of the simulated hosts.</summary>
/// <param name="Image">Its path, as Falcon reports it.</param>
/// <param name="Share">Its share of all connections, as a weight.</param>
/// <param name="IsService">Whether it runs under a system account.</param>
internal sealed record WorkloadProcess(string Image, double Share, bool IsService = false)
{
    private const string Volume = @"\Device\HarddiskVolume3";

    /// <summary>
    /// The programs: browsers, chat and Windows services, most of which the flagship excludes, make six connections in ten; the others share the rest.
    /// </summary>
    internal static IReadOnlyList<WorkloadProcess> All { get; } =
    [
        // Excluded by the flagship: 64.5 of 102.5.
        new(Volume + @"\Program Files\Google\Chrome\Application\chrome.exe", 18),
        new(Volume + @"\Program Files (x86)\Microsoft\Edge\Application\msedge.exe", 14),
        new(Volume + @"\Windows\System32\svchost.exe", 12, true),
        new(Volume + @"\Users\Default\AppData\Local\Microsoft\OneDrive\OneDrive.exe", 6),
        new(Volume + @"\Program Files\WindowsApps\MSTeams_24335.208.3315.1951_x64__8wekyb3d8bbwe\ms-teams.exe", 6),
        new(Volume + @"\Program Files\Mozilla Firefox\firefox.exe", 4),
        new(Volume + @"\ProgramData\Microsoft\Windows Defender\Platform\4.18.24100.3009-0\MsMpEng.exe", 2, true),
        new(Volume + @"\Windows\CCM\CcmExec.exe", 1.5, true),
        new(Volume + @"\Windows\System32\wuauclt.exe", 0.5, true),
        new(Volume + @"\Windows\System32\msiexec.exe", 0.5, true),

        // Looked at: 38 of 102.5.
        new(Volume + @"\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE", 7),
        new(Volume + @"\Program Files\Microsoft Office\root\Office16\EXCEL.EXE", 2),
        new(Volume + @"\Program Files\Microsoft Office\root\Office16\WINWORD.EXE", 2),
        new(Volume + @"\Users\Default\AppData\Local\slack\app-4.41.105\slack.exe", 4),
        new(Volume + @"\Program Files\Zoom\bin\Zoom.exe", 3),
        new(Volume + @"\Users\Default\AppData\Roaming\Spotify\Spotify.exe", 2),
        new(Volume + @"\Program Files\Microsoft VS Code\Code.exe", 2),
        new(Volume + @"\Program Files\Git\mingw64\libexec\git-core\git-remote-https.exe", 1),
        new(Volume + @"\Program Files\nodejs\node.exe", 1.5),
        new(Volume + @"\Program Files\Java\jdk-21\bin\java.exe", 2, true),
        new(Volume + @"\Program Files\SplunkUniversalForwarder\bin\splunkd.exe", 2, true),
        new(Volume + @"\Program Files\Dropbox\Client\Dropbox.exe", 1),
        new(Volume + @"\Windows\System32\lsass.exe", 0.7, true),
        new(Volume + @"\Program Files\Cisco\AnyConnect\vpnagent.exe", 1, true),
        .. Implanted,
    ];

    /// <summary>The programs that beacons run in; they make ordinary connections too.</summary>
    internal static IReadOnlyList<WorkloadProcess> Implanted =>
    [
        new(Volume + @"\Windows\System32\WindowsPowerShell\v1.0\powershell.exe", 1.5),
        new(Volume + @"\Python312\python.exe", 1.5),
        new(Volume + @"\Windows\System32\rundll32.exe", 0.3),
        new(Volume + @"\Windows\System32\curl.exe", 0.5),
        new(Volume + @"\Program Files (x86)\Google\Update\GoogleUpdate.exe", 0.5, true),
        new(Volume + @"\Windows\System32\backgroundTaskHost.exe", 1),
    ];

    /// <summary>Where the implanted programs begin in <see cref="All"/>.</summary>
    internal static int FirstImplanted => All.Count - Implanted.Count;

    /// <summary>The image as a command line names it.</summary>
    internal string Executable => Image.Replace(Volume, "C:", StringComparison.Ordinal);
}
