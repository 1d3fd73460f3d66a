using System.Net;

namespace DetectionKit.Tests.Properties;

/// <summary>The event of the properties: a member of every kind that keys and aggregates take.</summary>
internal record Flow(
    DateTimeOffset Time,
    string? Host,
    string? User,
    IPAddress? Address,
    int Port,
    long? Bytes,
    double? Score,
    decimal? Cost,
    FlowKind Kind,
    Guid Session,
    DateTimeOffset Boot);

internal sealed record LoudFlow(
    DateTimeOffset Time, string? Host, string? User, IPAddress? Address, int Port, long? Bytes, double? Score, decimal? Cost, FlowKind Kind, Guid Session, DateTimeOffset Boot, int Volume)
    : Flow(Time, Host, User, Address, Port, Bytes, Score, Cost, Kind, Session, Boot);
