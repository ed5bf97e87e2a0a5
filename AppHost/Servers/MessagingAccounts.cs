using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using NewsEducator.AppHost.Running;

namespace NewsEducator.AppHost.Servers;

/// <summary>Gives the broker its users and each service its own.</summary>
internal static class MessagingAccounts
{
    private const string FileName = "broker-definitions.json";
    private const string InContainer = "/etc/newseducator";

    /// <summary>The broker loads the users at each start, so that an older data folder gets them too.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithAccounts(
        this IResourceBuilder<RabbitMQServerResource> rabbit,
        BrokerAccounts accounts
    ) =>
        rabbit
            .WithContainerFiles(InContainer, [new ContainerFile { Name = FileName, Contents = accounts.Definitions() }])
            .WithContainerFiles(
                "/etc/rabbitmq/conf.d",
                [new ContainerFile { Name = "90-accounts.conf", Contents = $"load_definitions = {InContainer}/{FileName}\n" }]
            );

    /// <returns>Where a broker that runs as a process finds the same.</returns>
    public static string Write(DataFolder data, BrokerAccounts accounts)
    {
        data.WritePrivate(FileName, accounts.Definitions());
        return data.In(FileName);
    }

    /// <summary>Connects the service as its own user.</summary>
    public static IResourceBuilder<ProjectResource> WithMessaging(
        this IResourceBuilder<ProjectResource> service,
        IResourceBuilder<IResourceWithConnectionString> messaging,
        BrokerAccounts? accounts
    )
    {
        service.WithReference(messaging);
        if (accounts is null || messaging.Resource is not RabbitMQServerResource rabbit)
        {
            return service;
        }

        var (user, password) = (service.Resource.Name, accounts.PasswordOf(service.Resource.Name));
        return service.WithEnvironment(
            "ConnectionStrings__messaging",
            ReferenceExpression.Create($"amqp://{user}:{password}@{rabbit.PrimaryEndpoint.Property(EndpointProperty.HostAndPort)}")
        );
    }
}
