namespace DetectionKit.Benchmarks.Workload;

/// <summary>Command lines: 2,000 of each program, of which 4 make half of its starts, and some that come once only.</summary>
internal sealed class CommandLines
{
    internal const int Variants = 2_000;
    private const int Plain = 4;
    private readonly int[,] _codes = new int[WorkloadProcess.All.Count, Variants];
    private int _uniques;

    internal CommandLines(ref SplitMix64 random)
    {
        for (var process = 0; process < WorkloadProcess.All.Count; process++)
        {
            var executable = WorkloadProcess.All[process].Executable;
            for (var variant = 0; variant < Variants; variant++) _codes[process, variant] = Texts.CodeOf(Text(executable, variant, ref random));
        }
    }

    internal CodeTable<string> Texts { get; } = new();

    internal int Variant(int process, int variant) => _codes[process, variant];

    /// <summary>One of the plain ones half of the time; else the one that this host always uses.</summary>
    internal int Draw(int host, int process, ref SplitMix64 random) =>
        _codes[process, (random.Next() & 1) == 0 ? random.Below(Plain) : ((host * 7) + (process * 131)) % Variants];

    /// <summary>A command line that no other event has.</summary>
    internal int DrawUnique(ref SplitMix64 random) => Texts.CodeOf($"\"C:\\Windows\\Temp\\{random.Next():x16}.tmp\" --run={_uniques++}");

    private static string Text(string executable, int variant, ref SplitMix64 random) => variant switch
    {
        0 => $"\"{executable}\"",
        < Plain => $"\"{executable}\" /background:{variant}",
        _ => $"\"{executable}\" --profile={PersonNames.Draw(ref random)} --session={variant:x4} --type={(variant % 3 == 0 ? "utility" : "network.service")} --handle={random.Below(100_000)}",
    };
}
