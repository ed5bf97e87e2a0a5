using Testcontainers.RabbitMq;

namespace NewsEducator.Testing;

internal sealed class ContainerRabbitMq : RabbitMqTestServer
{
    private const int ManagementPort = 15672;

    private readonly RabbitMqContainer _container = new RabbitMqBuilder("rabbitmq:4-management-alpine")
        .WithPortBinding(LoopbackPort.Free(), RabbitMqBuilder.RabbitMqPort)
        .WithPortBinding(ManagementPort, assignRandomHostPort: true)
        .Build();

    public override string Uri => _container.GetConnectionString().TrimEnd('/');

    protected override Uri Management => new UriBuilder("http", _container.Hostname, _container.GetMappedPublicPort(ManagementPort)).Uri;

    public override Task StartAsync() => _container.StartAsync();

    public override Task StopAsync() => _container.StopAsync();

    public override Task KillAsync() => ContainerEngine.KillAsync(_container.Id);
}
