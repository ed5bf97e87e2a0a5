using System.Net;
using NewsEducator.ServiceDefaults.Net;

namespace NewsEducator.Collector.Tests.Connectors.Web;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("0.0.0.0 0.1.2.3 0.255.255.255")]
    [InlineData("10.0.0.0 10.0.0.1 10.96.0.1 10.255.255.255")]
    [InlineData("100.64.0.0 100.64.0.1 100.100.100.200 100.127.255.255")]
    [InlineData("127.0.0.0 127.0.0.1 127.0.1.1 127.1.1.1 127.255.255.255")]
    [InlineData("169.254.0.0 169.254.0.1 169.254.169.254 169.254.170.2 169.254.169.123 169.254.255.255")]
    [InlineData("172.16.0.0 172.16.0.1 172.17.0.1 172.20.10.2 172.31.255.255")]
    [InlineData("192.0.0.0 192.0.0.1 192.0.0.8 192.0.0.170 192.0.0.192 192.0.2.1 192.0.2.255")]
    [InlineData("192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.1.254 192.168.255.255 192.175.48.1")]
    [InlineData("198.18.0.0 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.1 203.0.113.255")]
    [InlineData("224.0.0.1 224.0.0.251 239.255.255.250 240.0.0.1 250.1.2.3 255.255.255.255 168.63.129.16")]
    public void Ipv4_for_special_purposes_is_not_public(string addresses) => ShouldBe(addresses, isPublic: false);

    [Theory]
    [InlineData(":: ::1 ::2 ::127.0.0.1 ::10.0.0.1 ::ffff:0:127.0.0.1")]
    [InlineData(
        "::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:a9fe:a9fe ::ffff:192.168.0.1 ::ffff:0.0.0.0 ::ffff:172.16.0.1 ::ffff:100.64.0.1"
    )]
    [InlineData(
        "64:ff9b::127.0.0.1 64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b::169.254.169.254 64:ff9b::192.168.1.1 64:ff9b:1::1 64:ff9b:1:ffff::10.0.0.1"
    )]
    [InlineData("2002:7f00:1:: 2002:7f00:1::1 2002:a00:1:: 2002:a9fe:a9fe:: 2002:c0a8:101:: 2002:0808:0808::1")]
    [InlineData("2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:0:7f00:1::1 2001:2::1 2001:10::1 2001:20::1 2001:1::1")]
    [InlineData("2001:db8::1 2001:db8:ffff::1 3fff::1 3fff:fff::1 3ffe::1 5f00::1 2620:4f:8000::1")]
    [InlineData("fe80::1 fe80::5efe:127.0.0.1 fe80::a9fe:a9fe febf::1 fec0::1 feff::1")]
    [InlineData("fc00::1 fd00::1 fd00:ec2::254 fd20:ce::254 fdff:ffff::1 fcff::1")]
    [InlineData("ff00::1 ff01::1 ff02::1 ff02::fb ff05::2 ff0e::1 ffff::1")]
    [InlineData("100::1 100:0:0:1::1 200::1 400::1 800::1 1000::1 1fff::1 4000::1 8000::1 c000::1 e000::1 f000::1 f800::1")]
    public void Ipv6_outside_the_public_internet_is_not_public(string addresses) => ShouldBe(addresses, isPublic: false);

    [Fact]
    public void An_address_of_one_interface_is_not_public() =>
        PublicAddress.Is(new IPAddress(IPAddress.Parse("2606:4700::1111").GetAddressBytes(), 3)).ShouldBeFalse();

    [Theory]
    [InlineData(
        "1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 140.82.121.3 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0"
    )]
    [InlineData(
        "192.0.1.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 203.0.112.255 203.0.114.0 223.255.255.255 ::ffff:8.8.8.8 64:ff9b::8.8.8.8"
    )]
    [InlineData("2606:4700::1111 2001:4860:4860::8888 2a00:1450:4001::1 2400:cb00::1 2620:fe::fe 2003::1 2001:200::1")]
    public void Everything_else_is(string addresses) => ShouldBe(addresses, isPublic: true);

    private static void ShouldBe(string addresses, bool isPublic) =>
        addresses.Split(' ').ShouldAllBe(address => PublicAddress.Is(IPAddress.Parse(address)) == isPublic);
}
