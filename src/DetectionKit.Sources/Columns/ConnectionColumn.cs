namespace DetectionKit.Sources.Columns;

/// <summary>The coded columns of connections.</summary>
internal enum ConnectionColumn
{
    Host,
    User,
    Image,
    CommandLine,
    Address,
}
