using NewsEducator.ServiceDefaults;

namespace NewsEducator.Collector.Policies;

internal static class PolicyServices
{
    public static void AddPolicy(this WebApplicationBuilder builder)
    {
        builder.AddComplianceApi();
        builder.Services.AddSingleton<Whitelist>();
        builder.Services.AddSingleton<AskPolicy>();
        builder.Services.AddHostedService<FollowPolicy>();
    }
}
