using System.Globalization;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>A broker with the accounts of a deployment.</summary>
/// <param name="folder">Its data.</param>
/// <param name="secrets">What the command <c>secrets</c> wrote.</param>
internal sealed class DeployedRabbitMq(string folder, string secrets)
{
    private ServerScript? _server;

    public int Port { get; } = LoopbackPort.Free();

    public int Process => _server!.Program;

    public void Start()
    {
        _server ??= new ServerScript(
            "rabbitmq.sh",
            folder,
            "beam.smp",
            [],
            new Dictionary<string, string>
            {
                ["AMQP_PORT"] = Text(Port),
                ["RABBITMQ_DIST_PORT"] = Text(LoopbackPort.Free()),
                ["ERL_EPMD_PORT"] = Text(LoopbackPort.Free()),
                ["RABBITMQ_DEFAULT_USER"] = "nobody",
                ["RABBITMQ_DEFAULT_PASS"] = "unused",
                ["BROKER_DEFINITIONS"] = Path.Combine(secrets, "messaging/definitions.json"),
            }
        );
        _server.Start();
    }

    public Task AnswersAsync() => _server!.RabbitMqAnswersAsync(Port);

    public Task StopAsync() => _server?.StopAsync() ?? Task.CompletedTask;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
