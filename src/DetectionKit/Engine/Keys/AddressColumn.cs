using System.Net;

namespace DetectionKit.Engine;

/// <summary>Addresses by value: an IPv4-mapped one is IPv4, in the key's value too, so that it does not depend on which came first.</summary>
internal sealed class AddressColumn : BlockCodedColumn<IPAddress, CodedAddress>;
