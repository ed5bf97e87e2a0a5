using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What one resource learns of another: environment variables, named just as Aspire names them.</summary>
internal static class Wiring
{
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.Set(name, () => value ?? "");

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, in ReferenceExpression.ExpressionInterpolatedStringHandler value)
        where T : IResourceWithEnvironment
    {
        var expression = value.GetExpression();
        return builder.Set(name, () => expression.Value);
    }

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment => builder.Set(name, () => endpointReference.Url);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => builder.Set(name, () => parameter.Resource.Value);

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment =>
        builder.Set($"ConnectionStrings__{connectionName ?? source.Resource.Name}", () => source.Resource.ConnectionStringExpression.Value);

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        var neighbour = source.AsProject();
        foreach (var endpoint in neighbour.Endpoints)
        {
            builder.Set($"services__{neighbour.Name}__{endpoint.Name}__0", () => endpoint.Url);
            builder.Set($"{neighbour.Name.Replace('-', '_').ToUpperInvariant()}_{endpoint.Name.ToUpperInvariant()}", () => endpoint.Url);
        }

        return builder;
    }

    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args)
        where T : IResourceWithArgs
    {
        builder.AsProject().Args.AddRange(args);
        return builder;
    }

    public static ProjectResource AsProject<T>(this IResourceBuilder<T> builder)
        where T : IResource => builder.Resource as ProjectResource
            ?? throw new NotSupportedException($"{builder.Resource.Name} is not a project; the local engine has no other programs.");

    private static IResourceBuilder<T> Set<T>(this IResourceBuilder<T> builder, string name, Func<string> value)
        where T : IResourceWithEnvironment
    {
        builder.AsProject().Environment[name] = value;
        return builder;
    }
}
