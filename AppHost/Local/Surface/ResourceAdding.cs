using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

internal static class ResourceAdding
{
    public static IResourceBuilder<T> AddResource<T>(this IDistributedApplicationBuilder builder, T resource)
        where T : Resource
    {
        if (builder.Resources.Any(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException($"There are two resources named {resource.Name}.");
        }

        builder.Resources.Add(resource);
        return new ResourceBuilder<T>(builder, resource);
    }

    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() => builder.AddResource(new ProjectResource(name, new TProject()));

    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null) =>
        builder.AddResource(new ConnectionStringResource(name, builder.Configuration[$"ConnectionStrings:{environmentVariableName ?? name}"]
            ?? throw new InvalidOperationException($"ConnectionStrings:{name} is not configured.")));
}
