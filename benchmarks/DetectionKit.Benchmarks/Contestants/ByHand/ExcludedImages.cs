using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>
/// The suffix match of the flagship written out: ".exe" in one comparison of eight bytes, then the letter before it picks the few names that are worth comparing.
/// </summary>
internal static class ExcludedImages
{
    private const string Extension = ".exe";

    // Setting this bit of a letter's code makes it lower case; '.' has it already.
    private const ulong LowerCase = 0x0020_0020_0020_0020;

    private static readonly ulong s_extension = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(Extension.AsSpan()));

    private static readonly string[] s_names =
    [
        "chrome", "firefox", "msedge", "MicrosoftEdgeCP", "iexplore", "brave", "opera", "safari", "waterfox", "svchost", "MsMpEng", "wuauclt", "TrustedInstaller",
        "msiexec", "ccmexec", "teams", "OneDrive",
    ];

    private static readonly string[]?[] s_byLastLetter = Index();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Contains(string image)
    {
        if (image.Length <= Extension.Length) return false;
        ref var extension = ref Unsafe.Add(ref MemoryMarshal.GetReference(image.AsSpan()), image.Length - Extension.Length);
        if ((Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref extension)) | LowerCase) != s_extension) return false;
        var letter = Unsafe.Add(ref extension, -1);
        return letter < s_byLastLetter.Length && s_byLastLetter[letter] is { } candidates && EndsWithAny(image, candidates);
    }

    private static bool EndsWithAny(string image, string[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (image.Length >= candidate.Length && image.AsSpan(image.Length - candidate.Length).Equals(candidate, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static string[]?[] Index()
    {
        var index = new string[]?[128];
        foreach (var names in s_names.GroupBy(name => char.ToLowerInvariant(name[^1])))
        {
            index[names.Key] = index[char.ToUpperInvariant(names.Key)] = [.. names.Select(name => name + Extension)];
        }

        return index;
    }
}
