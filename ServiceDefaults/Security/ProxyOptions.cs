using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using IPNetwork = System.Net.IPNetwork;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Section <c>Proxy</c>: which reverse proxies stand before the service. Off where both lists are empty.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>Addresses of the proxies, <c>10.1.2.3</c>.</summary>
    public List<string> Addresses { get; } = [];

    /// <summary>Networks that hold nothing but proxies, <c>10.1.0.0/16</c>.</summary>
    public List<string> Networks { get; } = [];

    internal bool IsOn => Addresses.Count + Networks.Count > 0;
}

/// <summary>Behind a known proxy the caller's address, scheme and host are those that the proxy names; nobody else's word counts.</summary>
internal static class Proxies
{
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddValidatedOptions<ProxyOptions>(ProxyOptions.Section)
            .Validate(
                proxy => proxy.Addresses.All(address => IPAddress.TryParse(address, out _)),
                "Proxy:Addresses holds something that is no IP address."
            )
            .Validate(
                proxy => proxy.Networks.All(network => IPNetwork.TryParse(network, out _)),
                "Proxy:Networks holds something that is no network such as 10.1.0.0/16."
            );
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<Microsoft.Extensions.Options.IOptions<ProxyOptions>>(Trust);
    }

    /// <summary>First of all: lockout, cookies, links and sign-in go by what it finds.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Configuration.GetSection(ProxyOptions.Section).Get<ProxyOptions>()?.IsOn == true)
        {
            app.UseForwardedHeaders();
        }
    }

    private static void Trust(ForwardedHeadersOptions headers, Microsoft.Extensions.Options.IOptions<ProxyOptions> proxy)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        // Through as many proxies as are known; the first address that is none is the caller's.
        headers.ForwardLimit = null;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        proxy.Value.Addresses.ForEach(address => headers.KnownProxies.Add(IPAddress.Parse(address)));
        proxy.Value.Networks.ForEach(network => headers.KnownIPNetworks.Add(IPNetwork.Parse(network)));
    }
}
