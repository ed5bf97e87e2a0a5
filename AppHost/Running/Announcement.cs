using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using NewsEducator.AppHost.Servers;

namespace NewsEducator.AppHost.Running;

/// <summary>Says in the terminal what the start waits for and, when all is ready, where everything is; writes the same to
/// <c>endpoints.json</c>.</summary>
internal sealed class Announcement(
    DistributedApplicationModel model,
    ResourceNotificationService notifications,
    IConfiguration settings,
    DataFolder data,
    BrokerAccounts accounts,
    TimeProvider time
) : BackgroundService
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var waiting = model
            .Resources.Where(resource => resource.HasAnnotationOfType<HealthCheckAnnotation>())
            .ToDictionary(
                resource => resource.Name,
                resource => notifications.WaitForResourceHealthyAsync(resource.Name, WaitBehavior.WaitOnResourceUnavailable, stoppingToken)
            );
        var ready = Task.WhenAll(waiting.Values);
        while (await Task.WhenAny(ready, Task.Delay(Pace, time, stoppingToken)) != ready)
        {
            stoppingToken.ThrowIfCancellationRequested();
            Console.WriteLine(
                $"waiting: {string.Join(", ", waiting.Where(each => !each.Value.IsCompleted).Select(each => Describe(each.Key)))}"
            );
        }

        await ready;
        await AnnounceAsync(stoppingToken);
    }

    /// <summary><c>review (Waiting)</c>, <c>collector (Running, not healthy)</c></summary>
    private string Describe(string resource)
    {
        var state = notifications.TryGetCurrentState(resource, out var current) ? current.Snapshot.State?.Text : null;
        return $"{resource} ({(state == KnownResourceStates.Running ? "started, not yet healthy" : state ?? "not started")})";
    }

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        var addresses = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var resource in model.Resources)
        {
            addresses[resource.Name] = await AddressOfAsync(resource, cancellationToken);
        }

        if (model.Resources.Any(resource => resource is RabbitMQServerResource) && addresses["messaging"] is { } broker)
        {
            // What is handed out is the subscribers' account.
            addresses["messaging-admin"] = broker;
            addresses["messaging"] = accounts.AddressFor(BrokerAccounts.Subscriber, broker);
        }

        var dashboard = settings["ASPNETCORE_URLS"]?.Split(';')[0];
        addresses["dashboard"] = model.Resources.Any(resource => resource.Name == "aspire-dashboard")
            ? $"{dashboard}/login?t={settings["AppHost:BrowserToken"]}"
            : null;
        var known = addresses.Where(address => address.Value is not null).ToDictionary(address => address.Key, address => address.Value);
        data.WritePrivate("endpoints.json", JsonSerializer.Serialize(known, Indented));
        Console.WriteLine(
            $"Ready: review {addresses["review"]} digests {addresses["publisher"]}/digests dashboard {addresses["dashboard"] ?? "off"}"
        );
        Console.WriteLine($"sign in: {addresses["review"]}/signin?token={settings["Parameters:local-token"]}");
    }

    /// <returns>A service's address; a server's or database's as a URI with its password; null for what has none.</returns>
    private static async Task<string?> AddressOfAsync(IResource resource, CancellationToken cancellationToken) =>
        resource switch
        {
            PostgresServerResource server => await server.UriExpression.GetValueAsync(cancellationToken),
            PostgresDatabaseResource database => await database.UriExpression.GetValueAsync(cancellationToken),
            IResourceWithConnectionString server => await server.GetConnectionStringAsync(cancellationToken),
            ProjectResource or ProgramResource => ((IResourceWithEndpoints)resource).GetEndpoint("http").Url,
            _ => null,
        };
}
