using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.AppHost.Running;

namespace NewsEducator.AppHost.Servers;

/// <summary>Runs the servers that Aspire would run in containers as processes of this machine.</summary>
/// <remarks>
/// The resources stay Aspire's own, so health checks, database creation, references and waits work unchanged. It relies on how
/// Aspire 13.6 starts and watches resources, which Aspire does not promise; AppHost.Tests start it.
/// </remarks>
internal static class NativeServers
{
    public static IResourceBuilder<PostgresServerResource> RunAsProcess(
        this IResourceBuilder<PostgresServerResource> postgres,
        string folder
    )
    {
        var server = postgres.Resource;
        RunAsProcess(postgres, "postgres.sh", folder, server.PrimaryEndpoint, "PGPORT")
            .WithEnvironment("POSTGRES_PASSWORD", server.PasswordParameter);
        return postgres;
    }

    public static IResourceBuilder<RabbitMQServerResource> RunAsProcess(
        this IResourceBuilder<RabbitMQServerResource> rabbit,
        string folder,
        string definitions
    )
    {
        var server = rabbit.Resource;
        RunAsProcess(rabbit, "rabbitmq.sh", folder, server.PrimaryEndpoint, "AMQP_PORT")
            .WithEndpoint(Ports.Free(), name: "distribution", env: "RABBITMQ_DIST_PORT", isProxied: false)
            .WithEndpoint(Ports.Free(), name: "epmd", env: "ERL_EPMD_PORT", isProxied: false)
            .WithEnvironment("BROKER_DEFINITIONS", definitions)
            .WithEnvironment("RABBITMQ_DEFAULT_USER", BrokerAccounts.Operator)
            .WithEnvironment("RABBITMQ_DEFAULT_PASS", server.PasswordParameter);
        return rabbit;
    }

    private static IResourceBuilder<ExecutableResource> RunAsProcess<TServer>(
        IResourceBuilder<TServer> server,
        string script,
        string folder,
        EndpointReference endpoint,
        string portVariable
    )
        where TServer : ContainerResource
    {
        var builder = server.ApplicationBuilder;
        foreach (var image in server.Resource.Annotations.OfType<ContainerImageAnnotation>().ToList())
        {
            server.Resource.Annotations.Remove(image);
        }

        var process = builder
            .AddExecutable(
                $"{server.Resource.Name}-process",
                Path.Combine(builder.AppHostDirectory, "Servers", script),
                builder.AppHostDirectory,
                folder
            )
            // A proxy would accept connections while the server is away, and a handshake with it never ends.
            .WithEndpoint(Ports.Free(), name: "tcp", env: portVariable, isProxied: false)
            .OnResourceEndpointsAllocated(
                (allocated, _, _) =>
                {
                    endpoint.EndpointAnnotation.AllocatedEndpoint = new AllocatedEndpoint(
                        endpoint.EndpointAnnotation,
                        "localhost",
                        allocated.GetEndpoint("tcp").Port
                    );
                    return Task.CompletedTask;
                }
            );
        process.WithParentRelationship(server);
        server.OnInitializeResource((resource, started, stop) => MirrorAsync(process.Resource, resource, started, stop));
        return process;
    }

    /// <summary>Gives the server and its databases the state of the process.</summary>
    private static async Task MirrorAsync(IResource process, IResource server, InitializeResourceEvent started, CancellationToken stop)
    {
        var mirrors = started
            .Services.GetRequiredService<DistributedApplicationModel>()
            .Resources.OfType<IResourceWithParent>()
            .Where(child => child.Parent == server)
            .Prepend(server)
            .ToList();
        await foreach (var change in started.Notifications.WatchAsync(stop).Where(change => change.Resource == process))
        {
            foreach (var resource in mirrors)
            {
                if (change.Snapshot.State?.Text == KnownResourceStates.Running)
                {
                    await started.Eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, started.Services), stop);
                }

                await started.Notifications.PublishUpdateAsync(
                    resource,
                    snapshot =>
                        snapshot with
                        {
                            State = change.Snapshot.State,
                            StartTimeStamp = change.Snapshot.StartTimeStamp,
                            StopTimeStamp = change.Snapshot.StopTimeStamp,
                            ExitCode = change.Snapshot.ExitCode,
                        }
                );
            }
        }
    }
}
