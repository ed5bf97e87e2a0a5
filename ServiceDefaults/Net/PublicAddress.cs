using System.Net;
using System.Net.Sockets;

namespace NewsEducator.ServiceDefaults.Net;

/// <summary>Which addresses are on the public internet, by IANA's registries for special purposes; whatever is not is never
/// dialled.</summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic4 = Parse(
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        // Public by number, private by use: where clouds answer their machines.
        "168.63.129.16/32",
        "100.100.100.200/32"
    );

    // Global unicast is 2000::/3; these parts of it lead elsewhere or into IPv4.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublic6 = Parse(
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "2620:4f:8000::/48",
        "3fff::/20",
        "3ffe::/16",
        "5f00::/16"
    );

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>An address that carries an IPv4 address is as public as that one; tunnels are not, as nobody public lives behind
    /// them.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Is(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(NotPublic4, network => network.Contains(address));
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
        {
            return false;
        }

        return Nat64.Contains(address)
            ? Is(new IPAddress(address.GetAddressBytes()[12..]))
            : Global6.Contains(address) && !Array.Exists(NotPublic6, network => network.Contains(address));
    }

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}
