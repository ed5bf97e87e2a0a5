using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using NewsEducator.AppHost.Running;

namespace NewsEducator.AppHost;

/// <summary>How a service listens.</summary>
internal static class Endpoints
{
    /// <summary>One plain HTTP endpoint that the service itself listens on, and its health check.</summary>
    /// <remarks>
    /// A proxy of DCP accepts connections before the service listens, so that each early health check would wait for its timeout of
    /// ten seconds instead of being refused at once.
    /// </remarks>
    /// <param name="service">The service.</param>
    /// <param name="port">Where people find it; null for any free port.</param>
    public static IResourceBuilder<ProjectResource> WithDirectEndpoint(this IResourceBuilder<ProjectResource> service, int? port = null) =>
        service
            .WithHttpEndpoint(
                port ?? (service.ApplicationBuilder.ExecutionContext.IsRunMode ? Ports.Free() : null),
                name: "http",
                isProxied: false
            )
            .WithoutHttpsCertificate()
            .WithHttpHealthCheck("/health");
}
