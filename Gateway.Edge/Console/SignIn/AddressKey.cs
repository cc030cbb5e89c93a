using System.Net;
using System.Net.Sockets;

namespace Gateway.Edge.Console.SignIn;

/// <summary>Who is counted as one when tries are counted.</summary>
internal static class AddressKey
{
    /// <summary>A neighbour in the same IPv6 network has as many addresses as it likes: they count as one.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "local",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
