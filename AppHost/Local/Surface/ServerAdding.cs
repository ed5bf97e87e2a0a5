using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

internal static class ServerAdding
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null) =>
        builder.AddResource(new PostgresServerResource(name, builder.PasswordOf(name, userName, password)) { Port = port ?? 0 });

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        database.Waits.Add(new Wait(builder.Resource, WaitUntil.Ready));
        return builder.ApplicationBuilder.AddResource(database);
    }

    /// <summary>Here the cluster always lies under the data folder and survives restarts.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(
        this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) =>
        name is null && !isReadOnly ? builder : throw new NotSupportedException("The local engine keeps one writable, unnamed volume.");

    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null) =>
        builder.AddResource(new RabbitMQServerResource(name, builder.PasswordOf(name, userName, password)) { Port = port ?? 0 });

    private static ParameterResource PasswordOf(
        this IDistributedApplicationBuilder builder,
        string server,
        IResourceBuilder<ParameterResource>? userName,
        IResourceBuilder<ParameterResource>? password)
    {
        if (userName is not null)
        {
            throw new NotSupportedException("The local engine's servers have their usual user.");
        }

        return password?.Resource ?? builder.AddParameter(
            $"{server}-password", new GenerateParameterDefault { MinLength = 22, Special = false }, secret: true, persist: true).Resource;
    }
}
