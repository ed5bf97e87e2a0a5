using System.Globalization;
using NewsEducator.AppHost.Local;

namespace NewsEducator.Testing;

internal sealed class NativeRabbitMq : RabbitMqTestServer
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly RabbitMqPorts _ports = new(Ports.Free(), Ports.Free(), Ports.Free(), Ports.Free());
    private readonly RabbitMqServer _server;

    public NativeRabbitMq(NativeHome home)
    {
        _server = new RabbitMqServer(home.In("messaging"), _ports, NativeHome.Password, RabbitMqPrograms.Find(), home.Host, TimeProvider.System)
        {
            Plugins = ["rabbitmq_management"],
        };
        home.Servers.Add(this);
    }

    public override string Uri => string.Create(CultureInfo.InvariantCulture, $"amqp://guest:{NativeHome.Password}@127.0.0.1:{_ports.Amqp}");

    protected override Uri Management => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_ports.Management}/"));

    public override Task StartAsync() => _server.StartAsync(CancellationToken.None);

    public override Task StopAsync() => _server.Process?.StopAsync(Grace) ?? Task.CompletedTask;

    public override async Task KillAsync()
    {
        await (_server.Process?.KillAsync() ?? Task.CompletedTask);
        await _server.StopPortMapperAsync();
    }
}
