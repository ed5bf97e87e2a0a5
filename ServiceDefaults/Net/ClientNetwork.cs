using System.Net;
using System.Net.Sockets;

namespace NewsEducator.ServiceDefaults.Net;

/// <summary>What limits of a client count by.</summary>
public static class ClientNetwork
{
    /// <returns>The address; of an IPv6 one its /64, for that is what one customer of a provider has to come from.</returns>
    public static IPAddress Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
