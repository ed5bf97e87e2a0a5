using Microsoft.Extensions.Hosting;

namespace NewsEducator.AppHost.Running;

/// <summary>Ends the AppHost when Aspire's DCP, which runs everything, was killed: its monitors have ended all processes by then.</summary>
internal sealed class StopWithoutDcp(DataFolder data, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var wasThere = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, time, stoppingToken);
            var isThere = Leftovers.IsRunning(data, "dcp");
            if (wasThere && !isThere)
            {
                Console.Error.WriteLine("error: Aspire's DCP ended, and with it all services and servers. Nothing is lost: start again.");
                Environment.Exit(1);
            }

            wasThere = isThere;
        }
    }
}
