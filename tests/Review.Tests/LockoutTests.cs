using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Tests;

public sealed class LockoutTests
{
    private static readonly IPAddress Address = IPAddress.Parse("203.0.113.7");

    private readonly FakeTimeProvider _time = new();
    private readonly Lockout _lockout;

    public LockoutTests() =>
        _lockout = new Lockout(
            Options.Create(new AccessOptions { LockoutAfter = 3 }),
            new AccessLog(NullLogger<AccessLog>.Instance),
            _time
        );

    [Fact]
    public void After_so_many_bad_tokens_an_address_waits_and_no_other()
    {
        Fail(Address, 2);
        _lockout.Remaining(Address).ShouldBeNull();
        Fail(Address, 1);

        _lockout.Remaining(Address).ShouldBe(TimeSpan.FromMinutes(5));
        _lockout.Remaining(IPAddress.Parse("203.0.113.8")).ShouldBeNull();
        _time.Advance(TimeSpan.FromMinutes(5));
        _lockout.Remaining(Address).ShouldBeNull();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public void The_machines_own_address_is_everybodys_behind_a_proxy(string address)
    {
        Fail(IPAddress.Parse(address), 10);

        _lockout.Remaining(IPAddress.Parse(address)).ShouldBeNull();
    }

    [Fact]
    public void A_good_token_ends_the_count()
    {
        Fail(Address, 2);
        _lockout.Succeeded(Address);
        Fail(Address, 2);

        _lockout.Remaining(Address).ShouldBeNull();
    }

    [Fact]
    public void An_ipv6_network_counts_as_one_address_and_a_mapped_one_as_its_ipv4()
    {
        foreach (var host in Enumerable.Range(1, 3))
        {
            _lockout.Failed(IPAddress.Parse($"2001:db8:1:2::{host}"));
            _lockout.Failed(Address.MapToIPv6());
        }

        _lockout.Remaining(IPAddress.Parse("2001:db8:1:2::99")).ShouldNotBeNull();
        _lockout.Remaining(IPAddress.Parse("2001:db8:1:3::1")).ShouldBeNull();
        _lockout.Remaining(Address).ShouldNotBeNull();
    }

    private void Fail(IPAddress address, int times)
    {
        for (var time = 0; time < times; time++)
        {
            _lockout.Failed(address);
        }
    }
}
