using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace NewsEducator.AppHost.Local;

/// <summary>Runs a topology as plain processes of this machine.</summary>
internal static class LocalEngine
{
    public static async Task RunAsync(IConfiguration configuration, IReadOnlyList<Resource> resources, Screen screen, TimeProvider time)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new StartProblem("The local engine runs on Linux only: start a container engine and take the Aspire engine with -p:HostingEngine=Aspire.");
        }

        var data = DataFolder.Of(configuration);
        using var stop = new StopRequest(screen);
        using var ours = data.Lock();
        try
        {
            await Leftovers.EndAsync(data.Processes, time, stop.Token);
            Preflight.Check(resources, configuration, data);
            AssignPorts(resources);
            await using var host = new ProcessHost(data.Processes, time);
            using var health = new HealthProbe(time);
            var all = new Runners(configuration, data, host, health, screen, time);
            var runners = resources.Select(all.For).OfType<Runner>().ToList();
            screen.Announce($"Starting {runners.Count} resources as plain processes; everything is kept in {data.Path}");
            await new LocalRun(runners, screen, time).RunAsync(() => Announcement.Make(runners, data, screen), stop.Token);
            screen.Announce("Stopped.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"The data folder {data.Path} cannot be used ({failed.Message.TrimEnd('.')}): put that right, or choose another with --data DIR.", failed);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            screen.Announce("Stopped.");
        }
    }

    private static void AssignPorts(IReadOnlyList<Resource> resources)
    {
        foreach (var resource in resources)
        {
            switch (resource)
            {
                case PostgresServerResource { Port: 0 } postgres:
                    postgres.Port = Ports.Free();
                    break;
                case RabbitMQServerResource { Port: 0 } rabbit:
                    rabbit.Port = Ports.Free();
                    break;
                case ProjectResource project:
                    project.Endpoints.ForEach(endpoint => endpoint.Port ??= Ports.Free());
                    break;
            }
        }
    }
}
