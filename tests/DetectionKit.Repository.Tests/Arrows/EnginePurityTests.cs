using Mono.Cecil;

namespace DetectionKit.Repository.Tests.Arrows;

/// <summary>The engine is one synchronous core: the same events give the same alerts at any time, on any machine, whoever drives it.</summary>
public sealed class EnginePurityTests
{
    private static readonly string[] s_refusedTypes =
    [
        "System.Random", "System.Diagnostics.Stopwatch", "System.TimeProvider", "System.Threading.Timer", "System.Threading.Thread", "System.Threading.ThreadPool",
        "System.Threading.Tasks.", "System.Reactive.", "Microsoft.Extensions.Logging.", "System.Console", "System.IO.File", "System.Security.Cryptography.RandomNumberGenerator",
        "System.Collections.Generic.IAsyncEnumerable`1",
    ];

    private static readonly string[] s_refusedMembers =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Environment::get_TickCount", "System.Environment::get_TickCount64", "System.Guid::NewGuid", "System.Guid::CreateVersion7",
    ];

    public static TheoryData<string> Folders() => ["Engine", "Windows", "Aggregates", "Suppression", "Tiers", "Time", "State", "Queries"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_reads_no_clock_draws_no_random_number_and_starts_no_task(string folder)
    {
        var types = TypesIn(folder);
        types.ShouldNotBeEmpty();
        types.SelectMany(type => Refused(type, folder)).ShouldBeEmpty();
    }

    [Fact]
    public void Reactive_stays_in_its_runtime()
    {
        var folders = new SourceFolders("src/DetectionKit");
        var outside = TypeReferences.TypesOf(typeof(Detection).Assembly).Where(type => folders.Of(type.FullName) is { } folder && folder != "Runtimes/Reactive");
        outside.Where(type => TypeReferences.TypesUsedBy(type).Any(used => used.StartsWith("System.Reactive.", StringComparison.Ordinal))).Select(type => type.FullName).ShouldBeEmpty();
    }

    private static List<TypeDefinition> TypesIn(string folder)
    {
        var folders = new SourceFolders("src/DetectionKit");
        return [.. TypeReferences.TypesOf(typeof(Detection).Assembly).Where(type => folders.Of(type.FullName)?.Split('/')[0] == folder)];
    }

    private static IEnumerable<string> Refused(TypeDefinition type, string folder)
    {
        var used = TypeReferences.TypesUsedBy(type).Where(name => s_refusedTypes.Any(refused => refused.EndsWith('.') ? name.StartsWith(refused, StringComparison.Ordinal) : name == refused));
        var members = TypeReferences.MembersUsedBy(type).Intersect(s_refusedMembers);

        // The list of what a query may not read has to name it.
        return used.Concat(members).Where(_ => (folder, type.Name) is not ("Queries", "ImpureMembers")).Select(name => $"{type.FullName} uses {name}");
    }
}
