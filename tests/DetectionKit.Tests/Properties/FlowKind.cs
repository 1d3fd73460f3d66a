namespace DetectionKit.Tests.Properties;

internal enum FlowKind : short
{
    Unknown = -1,
    Tcp = 6,
    Udp = 17,
}
