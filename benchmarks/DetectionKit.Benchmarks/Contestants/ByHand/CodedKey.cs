using System.Runtime.CompilerServices;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>A key of codes and an address as a number.</summary>
internal readonly struct CodedKey(int host, int user, int image, int commandLine, uint address) : IEquatable<CodedKey>
{
    internal readonly int Host = host;
    internal readonly int User = user;
    internal readonly int Image = image;
    internal readonly int CommandLine = commandLine;
    internal readonly uint Address = address;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(CodedKey other) =>
        Address == other.Address && Host == other.Host && CommandLine == other.CommandLine && Image == other.Image && User == other.User;

    public override bool Equals(object? obj) => obj is CodedKey other && Equals(other);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override int GetHashCode()
    {
        var hash = TextHash.Mix((uint)Host | ((ulong)(uint)CommandLine << 32), Address | ((ulong)(uint)User << 32));
        hash = TextHash.Mix(hash ^ (uint)Image, TextHash.Seed);
        return (int)(hash ^ (hash >> 32));
    }
}
