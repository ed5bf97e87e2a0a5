using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.ServiceDefaults;
using Refit;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>Issues, searches, discussions and advisories. <c>GitHub:Token</c> is optional; GitHub serves no discussion without
/// one.</summary>
internal static class GitHub
{
    private static readonly RefitSettings Rest = new(new SystemTextJsonContentSerializer(UpstreamJson.SnakeCase));

    private static readonly RefitSettings GraphQl = new(new SystemTextJsonContentSerializer(UpstreamJson.CamelCase));

    public static WebApplicationBuilder AddGitHub(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<GitHubOptions>(GitHubOptions.Section);
        builder.AddUpstream<IGitHubApi>(upstreams => upstreams.GitHub, Rest).ConfigureHttpClient(SignIn);
        builder.AddUpstream<IGitHubGraph>(upstreams => upstreams.GitHub, GraphQl).ConfigureHttpClient(SignIn);
        builder.Services.AddScoped<GitHubIssues>();
        builder.Services.AddScoped<AdvisoryItems>();
        builder.Services.AddScoped<IConnector>(services => services.GetRequiredService<GitHubIssues>());
        builder.Services.AddScoped<IConnector, GitHubSearch>();
        builder.Services.AddScoped<IConnector, GitHubDiscussions>();
        builder.Services.AddScoped<IConnector, GitHubAdvisories>();
        builder.Services.AddScoped<IConnector, GitHubRepositoryAdvisories>();
        return builder;
    }

    private static void SignIn(IServiceProvider services, HttpClient http) =>
        http.SignIn(services.GetRequiredService<IOptions<GitHubOptions>>().Value.Token);
}
