using System.Globalization;

namespace NewsEducator.Testing;

internal sealed class NativeRabbitMq(string folder) : RabbitMqTestServer
{
    private readonly int _amqp = LoopbackPort.Free();
    private readonly int _management = LoopbackPort.Free();
    private ServerScript? _server;

    private ServerScript Server =>
        _server ??= new ServerScript(
            "rabbitmq.sh",
            folder,
            "beam.smp",
            ["rabbitmq_management"],
            new Dictionary<string, string>
            {
                ["AMQP_PORT"] = Text(_amqp),
                ["MANAGEMENT_PORT"] = Text(_management),
                ["RABBITMQ_DIST_PORT"] = Text(LoopbackPort.Free()),
                ["ERL_EPMD_PORT"] = Text(LoopbackPort.Free()),
                ["RABBITMQ_DEFAULT_USER"] = "guest",
                ["RABBITMQ_DEFAULT_PASS"] = NativePostgres.Password,
            }
        );

    public override string Uri => $"amqp://guest:{NativePostgres.Password}@127.0.0.1:{Text(_amqp)}";

    protected override Uri Management => new($"http://127.0.0.1:{Text(_management)}/");

    public override Task StartAsync()
    {
        Server.Start();
        return Server.RabbitMqAnswersAsync(_amqp);
    }

    public override Task StopAsync() => Server.StopAsync();

    public override Task KillAsync() => Server.KillAsync();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
