using System.Text.Json;
using NewsEducator.Collector.Policies;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Upstreams;

/// <summary>What Compliance answers when the Collector asks for the policy.</summary>
internal static class FakePolicy
{
    /// <summary>The hosts of the shipped policy.</summary>
    public static readonly IReadOnlyList<WhitelistedHost> Shipped =
    [
        new WhitelistedHost { Host = "github.com", Aliases = ["www.github.com"] },
        new WhitelistedHost { Host = "youtube.com", Aliases = ["www.youtube.com", "m.youtube.com", "youtu.be"] },
        new WhitelistedHost { Host = "huggingface.co", Aliases = ["hf.co"] },
    ];

    public static Whitelist Whitelist(params string[] furtherHosts)
    {
        var whitelist = new Whitelist();
        whitelist.Set(1, Hosts(furtherHosts));
        return whitelist;
    }

    /// <summary>From now on the server is Compliance as well, and its policy allows the product's hosts and these.</summary>
    public static void Allow(this FakeUpstream server, params string[] furtherHosts) =>
        server.Serve(
            "/api/policy",
            JsonSerializer.Serialize(
                new PolicyStatus
                {
                    Number = 7,
                    Version = "7",
                    By = "ops",
                    At = Some.Now,
                    Whitelist = Hosts(furtherHosts),
                    Rules = [],
                },
                JsonSerializerOptions.Web
            )
        );

    private static List<WhitelistedHost> Hosts(string[] further) =>
        [.. Shipped, .. further.Select(host => new WhitelistedHost { Host = host })];
}
