using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using NewsEducator.AppHost.Local;

namespace NewsEducator.AppHost.Tests;

public sealed class EnvironmentTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Parameters:postgres-password"] = "PostgresPassword",
        ["Parameters:messaging-password"] = "MessagingPassword",
        ["Parameters:local-token"] = "LocalToken",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://localhost:4317",
    };

    [Fact]
    public void A_service_is_told_what_Aspire_would_tell_it()
    {
        var environment = EnvironmentOf("review", Settings);

        string.Concat(environment.Select(line => line + "\n")).ShouldBe(Golden.Read("review.env"));
    }

    [Fact]
    public void Telemetry_goes_nowhere_unless_an_address_is_configured()
    {
        var environment = EnvironmentOf("review", Settings.Where(setting => !setting.Key.StartsWith("OTEL", StringComparison.Ordinal)));

        environment.ShouldNotContain(line => line.StartsWith("OTEL_EXPORTER", StringComparison.Ordinal));
    }

    [Fact]
    public void A_one_shot_has_no_address() =>
        EnvironmentOf("review-migrations", Settings).ShouldNotContain(line => line.StartsWith("ASPNETCORE_URLS", StringComparison.Ordinal));

    private static List<string> EnvironmentOf(string name, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        using var data = new TemporaryFolder();
        var builder = DistributedApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection([.. settings, new("data", data.Path)]);
        DescribeTopology(builder);
        var project = builder.Resources.OfType<ProjectResource>().Single(resource => resource.Name == name);
        return [.. ServiceEnvironment.Of(project, "instance-1", builder.Configuration)
            .Select(variable => $"{variable.Key}={variable.Value}").Order(StringComparer.Ordinal)];
    }

    // One of each thing that Program.cs hands to a service, on ports that do not change.
    private static void DescribeTopology(IDistributedApplicationBuilder builder)
    {
        var token = builder.AddParameter("local-token", new GenerateParameterDefault { MinLength = 40, Special = false }, secret: true, persist: true);
        var database = builder.AddPostgres("postgres", port: 20432).AddDatabase("reviewdb");
        var messaging = builder.AddRabbitMQ("messaging", port: 20672);
        var collector = builder.AddProject<NoProject>("collector").WithHttpEndpoint(20001, name: "http");
        builder.AddProject<NoProject>("review-migrations").WithArgs("migrate").WithReference(database);
        var review = builder.AddProject<NoProject>("review")
            .WithHttpEndpoint(5080, name: "http")
            .WithReference(database)
            .WithReference(messaging)
            .WithReference(collector)
            .WithEnvironment("Auth__LocalToken", token);
        review.WithEnvironment("Review__PublicUrl", review.GetEndpoint("http"))
            .WithEnvironment("Upstreams__GitHub", $"{collector.GetEndpoint("http")}/github/");
    }
}
