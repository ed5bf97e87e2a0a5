using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Addresses, how their health is asked for and which of them people are shown.</summary>
internal static class Exposing
{
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool isProxied = true)
        where T : IResourceWithEndpoints
    {
        builder.AsProject().Endpoints.Add(new Endpoint(name ?? "http", port ?? targetPort));
        return env is null ? builder : throw new NotSupportedException("The local engine tells a program its address by ASPNETCORE_URLS.");
    }

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        builder.AsProject().HealthPath = statusCode is null && endpointName is null
            ? path ?? "/"
            : throw new NotSupportedException("The local engine asks the first address and takes 200 for healthy.");
        return builder;
    }

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => new(builder.AsProject().Endpoints.Single(endpoint => endpoint.Name == name));

    public static IResourceBuilder<T> WithUrlForEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Action<ResourceUrlAnnotation> callback)
        where T : IResource
    {
        var project = builder.AsProject();
        var url = new ResourceUrlAnnotation { Url = "", Endpoint = new(project.Endpoints.Single(endpoint => endpoint.Name == endpointName)) };
        callback(url);
        project.Urls.Add(url);
        return builder;
    }

    public static IResourceBuilder<T> WithUrl<T>(
        this IResourceBuilder<T> builder, in ReferenceExpression.ExpressionInterpolatedStringHandler url, string? displayText = null)
        where T : IResource
    {
        builder.AsProject().Links.Add(new Link(displayText ?? builder.Resource.Name, url.GetExpression()));
        return builder;
    }
}
