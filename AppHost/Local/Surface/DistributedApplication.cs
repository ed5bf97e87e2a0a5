using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using NewsEducator.AppHost.Local;

namespace Aspire.Hosting;

/// <summary>The resources, run as plain processes of this machine.</summary>
internal sealed class DistributedApplication(IConfiguration configuration, IReadOnlyList<Resource> resources)
{
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    public void Run()
    {
        var screen = new Screen(Console.Out, Console.Error);
        try
        {
            LocalEngine.RunAsync(configuration, resources, screen, TimeProvider.System).GetAwaiter().GetResult();
        }
        catch (StartProblem problem)
        {
            screen.Error(problem.Message);
            Environment.ExitCode = 1;
        }
    }
}
