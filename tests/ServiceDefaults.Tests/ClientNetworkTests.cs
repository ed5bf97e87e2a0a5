using System.Net;
using NewsEducator.ServiceDefaults.Net;

namespace NewsEducator.ServiceDefaults.Tests;

public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    public void An_address_counts_with_its_network(string address, string network) =>
        ClientNetwork.Of(IPAddress.Parse(address)).ShouldBe(IPAddress.Parse(network));
}
