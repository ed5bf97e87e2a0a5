using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace NewsEducator.AppHost.Local;

/// <summary>Finds for each resource the one who runs it.</summary>
internal sealed class Runners(IConfiguration configuration, DataFolder data, ProcessHost host, HealthProbe health, Screen screen, TimeProvider time)
{
    private readonly Dictionary<Resource, PostgresServer> _servers = [];

    /// <returns>Null for a resource with nothing to run, such as a parameter.</returns>
    public Runner? For(Resource resource) => resource switch
    {
        PostgresServerResource postgres => new PostgresRunner(postgres, _servers[postgres] = Server(postgres)),
        PostgresDatabaseResource database => new DatabaseRunner(database, _servers[database.Parent]),
        RabbitMQServerResource rabbit => new RabbitMqRunner(rabbit, Server(rabbit)),
        ConnectionStringResource external => new ExternalRunner(external),
        ProjectResource project => new ProjectRunner(
            project, ServiceEnvironment.Of(project, $"{project.Name}-{Environment.ProcessId}", configuration), host, health, LogOf(project)),
        _ => null,
    };

    private PostgresServer Server(PostgresServerResource resource)
    {
        var folder = data.In(resource.Name);
        var programs = PostgresPrograms.Find(configuration["postgres-bin"], PostgresCluster.MajorOf(folder));
        return new PostgresServer(folder, resource.Port, resource.Password.Value, programs, host, time) { Log = LogOf(resource) };
    }

    private RabbitMqServer Server(RabbitMQServerResource resource)
    {
        var ports = new RabbitMqPorts(resource.Port, Ports.Free(), Ports.Free(), Ports.Free());
        var programs = RabbitMqPrograms.Find(configuration["rabbitmq-bin"]);
        return new RabbitMqServer(data.In(resource.Name), ports, resource.Password.Value, programs, host, time) { Log = LogOf(resource) };
    }

    private Action<string> LogOf(Resource resource) => line => screen.Say(resource.Name, line);
}
