using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace NewsEducator.AppHost.Local;

/// <summary>What Aspire would tell a program, so that the program cannot tell the engines apart.</summary>
internal static class ServiceEnvironment
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <param name="project">The program, its ports and references known.</param>
    /// <param name="instance">Tells this run of it from others in telemetry.</param>
    /// <param name="configuration">Says where telemetry goes, if anywhere.</param>
    public static IReadOnlyDictionary<string, string> Of(ProjectResource project, string instance, IConfiguration configuration)
    {
        var environment = project.Environment.ToDictionary(variable => variable.Key, variable => variable.Value());
        environment["OTEL_SERVICE_NAME"] = project.Name;
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instance}";
        if (project.Endpoints.Count > 0)
        {
            environment["ASPNETCORE_URLS"] = string.Join(';', project.Endpoints.Select(endpoint => endpoint.Url));
        }

        if (configuration[Endpoint] is { Length: > 0 } endpoint)
        {
            environment[Endpoint] = endpoint;
            environment[Protocol] = configuration[Protocol] ?? "grpc";
        }

        return environment;
    }
}
