using System.Net;
using System.Runtime.CompilerServices;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>
/// A key with a hash of its own, compared by reference first. The address is kept as the object that it is: it caches its hash code, and a pooled one is found equal by
/// reference, which is faster than to take it apart a second time.
/// </summary>
internal readonly struct HashedKey : IGroupingKey<HashedKey>
{
    private readonly string? _host;
    private readonly string? _user;
    private readonly string? _image;
    private readonly string? _commandLine;
    private readonly IPAddress _address;

    private HashedKey(NetworkConnection connection)
    {
        _host = connection.Host;
        _user = connection.User;
        _image = connection.Image;
        _commandLine = connection.CommandLine;
        _address = connection.RemoteAddress;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HashedKey Of(NetworkConnection connection) => new(connection);

    // What differs most often comes first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(HashedKey other) =>
        (ReferenceEquals(_address, other._address) || _address.Equals(other._address))
        && string.Equals(_host, other._host)
        && string.Equals(_commandLine, other._commandLine)
        && string.Equals(_image, other._image)
        && string.Equals(_user, other._user);

    public override bool Equals(object? obj) => obj is HashedKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = TextHash.Mix(TextHash.Seed, (ulong)_address.GetHashCode());
        hash = TextHash.Add(hash, _host);
        hash = TextHash.Add(hash, _user);
        hash = TextHash.Add(hash, _image);
        hash = TextHash.Add(hash, _commandLine);
        return (int)(hash ^ (hash >> 32));
    }

    public Beacon ToAlert(in GroupState state) => FlagshipRule.Beacon(_host, _user, _image, _commandLine, _address, state.Connections, state.Ports.Count);
}
