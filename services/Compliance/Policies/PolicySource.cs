namespace NewsEducator.Compliance.Policies;

internal static class PolicySource
{
    /// <summary>Reads the policy at start, so that a service with an invalid one does not run.</summary>
    public static void AddPolicy(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(ComplianceOptions.Section).Get<ComplianceOptions>() ?? new ComplianceOptions();
        builder.Services.AddSingleton(PolicyFile.Parse(File.ReadAllText(options.PolicyFile)));
    }
}
