using DetectionKit.Sources.Tests.Fuzzing;
using SharpFuzz;

return args switch
{
    ["--targets"] => WriteTargets(),
    ["--seeds", var name, var folder] when FuzzTargets.All.TryGetValue(name, out var target) => WriteSeeds(target, folder),
    [var name] when FuzzTargets.All.TryGetValue(name, out var target) => Fuzz(target),
    [var name, .. var files] when FuzzTargets.All.TryGetValue(name, out var target) => Replay(target, files),
    _ => Usage(),
};

// What comes on standard input, again and again under afl-fuzz, which sees an exception as a crash.
static int Fuzz(IFuzzTarget target)
{
    Fuzzer.Run(stream =>
    {
        using var input = new MemoryStream();
        stream.CopyTo(input);
        target.Run(input.ToArray());
    });
    return 0;
}

static int Replay(IFuzzTarget target, string[] files)
{
    foreach (var file in files)
    {
        Console.WriteLine(file);
        target.Run(File.ReadAllBytes(file));
    }

    return 0;
}

static int WriteTargets()
{
    foreach (var name in FuzzTargets.All.Keys) Console.WriteLine(name);
    return 0;
}

static int WriteSeeds(IFuzzTarget target, string folder)
{
    Directory.CreateDirectory(folder);
    foreach (var (i, seed) in target.Seeds.Index()) File.WriteAllBytes(Path.Combine(folder, $"{i:000}"), seed);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine($"""
        usage: DetectionKit.Fuzzing TARGET                  try what comes on standard input; under afl-fuzz, again and again
               DetectionKit.Fuzzing TARGET FILE...          try files, such as a fuzzer's findings
               DetectionKit.Fuzzing --seeds TARGET FOLDER   write inputs to begin with
               DetectionKit.Fuzzing --targets               name the targets
        targets: {string.Join(", ", FuzzTargets.All.Keys)}
        """);
    return 2;
}
