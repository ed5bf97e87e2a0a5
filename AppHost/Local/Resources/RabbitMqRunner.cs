using Aspire.Hosting.ApplicationModel;

namespace NewsEducator.AppHost.Local;

internal sealed class RabbitMqRunner(RabbitMQServerResource resource, RabbitMqServer server) : Runner(resource, "server")
{
    public override string Url => resource.ConnectionStringExpression.Value;

    public override ChildProcess? Process => server.Process;

    public override Task StartAsync(CancellationToken cancellationToken) => server.StartAsync(cancellationToken);

    public override async Task StopAsync(TimeSpan grace)
    {
        await base.StopAsync(grace);
        await server.StopPortMapperAsync();
    }
}
