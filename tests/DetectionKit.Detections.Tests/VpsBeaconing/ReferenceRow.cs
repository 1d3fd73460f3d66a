namespace DetectionKit.Detections.Tests;

/// <summary>A row of the reference query's result.</summary>
internal sealed record ReferenceRow(
    string? Host, string? User, string? Image, string? CommandLine, string Address, DateTimeOffset Start, int Count, double PerMinute, int Ports, string Risk) : IComparable<ReferenceRow>
{
    private string Text => ToString();

    public int CompareTo(ReferenceRow? other) => string.CompareOrdinal(Text, other?.Text);

    internal static ReferenceRow Of(Alert<Beacon> alert) => new(
        alert.Value.ComputerName, alert.Value.UserName, alert.Value.ImageFileName, alert.Value.CommandLine, alert.Value.RemoteAddressIP4.ToString(),
        alert.Window.Start, alert.Value.ConnectionCount, alert.Value.ConnectionsPerMinute, alert.Value.UniqueRemotePorts, alert.Tier!.Label);

    public override string ToString() => FormattableString.Invariant($"{Host ?? "∅"}|{User ?? "∅"}|{Image ?? "∅"}|{CommandLine ?? "∅"}|{Address}|{Start:o}|{Count}|{PerMinute}|{Ports}|{Risk}");
}
