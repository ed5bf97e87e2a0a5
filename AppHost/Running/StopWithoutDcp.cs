using Microsoft.Extensions.Hosting;

namespace NewsEducator.AppHost.Running;

/// <summary>Ends the AppHost, and what is left, when Aspire's DCP was killed, which runs everything.</summary>
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
                Leftovers.End(data);
                Environment.Exit(1);
            }

            wasThere = isThere;
        }
    }
}
