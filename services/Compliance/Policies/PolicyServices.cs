using NewsEducator.ServiceDefaults;

namespace NewsEducator.Compliance.Policies;

internal static class PolicyServices
{
    /// <remarks>Before the bus, so that a policy is there when the first message comes; a service with an invalid one does not
    /// start.</remarks>
    public static void AddPolicy(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<ComplianceOptions>(ComplianceOptions.Section);
        builder.Services.AddSingleton<LatestPolicy>();
        builder.Services.AddScoped<PolicyInForce>();
        builder.Services.AddHostedService<SeedPolicy>();
    }
}
