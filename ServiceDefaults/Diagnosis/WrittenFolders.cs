using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsEducator.ServiceDefaults.Files;

namespace NewsEducator.ServiceDefaults.Diagnosis;

/// <summary>Folders that a service writes into, for the doctor, for the metric of free space, and for whatever a kill left there.</summary>
public static class WrittenFolders
{
    /// <summary>A folder that the service writes into; what is free on its disk is a metric too, and interrupted writes are ended.</summary>
    /// <param name="checks">The checks of this service.</param>
    /// <param name="name">Of the check.</param>
    /// <param name="setting">That names the folder.</param>
    /// <param name="folder">Reads it from the service's options.</param>
    public static IHealthChecksBuilder AddFolder(
        this IHealthChecksBuilder checks,
        string name,
        string setting,
        Func<IServiceProvider, string?> folder
    )
    {
        checks.Services.AddSingleton(services => new WrittenFolder(name, () => folder(services)));
        checks.Services.AddHostedService<EndInterruptedWrites>();
        return checks.Add(
            new HealthCheckRegistration(
                name,
                services => new FolderCheck(() => folder(services), setting),
                HealthStatus.Unhealthy,
                [Doctor.OnRequest],
                Doctor.Patience
            )
        );
    }

    /// <summary>What is free on the disks of the folders is a metric.</summary>
    internal static void ObserveFolders(this IServiceProvider services)
    {
        foreach (var folder in services.GetServices<WrittenFolder>())
        {
            DiskMetrics.Observe(folder.Name, folder.Path);
        }
    }
}

/// <param name="Name">Of the check.</param>
/// <param name="Path">Null or empty: the service writes into none.</param>
internal sealed record WrittenFolder(string Name, Func<string?> Path);
