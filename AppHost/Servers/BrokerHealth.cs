using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;

namespace NewsEducator.AppHost.Servers;

/// <summary>Asks the broker over a new connection each time.</summary>
/// <remarks>
/// Aspire's own check keeps one connection. Its recovery can hang for good while a proxy accepts connections for a broker that is away:
/// then every service that is started again would wait for a healthy broker for ever.
/// </remarks>
internal static class BrokerHealth
{
    private const string Key = "messaging-answers";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IResourceBuilder<RabbitMQServerResource> WithFreshHealthCheck(this IResourceBuilder<RabbitMQServerResource> rabbit)
    {
        foreach (var kept in rabbit.Resource.Annotations.OfType<HealthCheckAnnotation>().ToList())
        {
            rabbit.Resource.Annotations.Remove(kept);
        }

        rabbit
            .ApplicationBuilder.Services.AddHealthChecks()
            .AddAsyncCheck(Key, cancellationToken => AskAsync(rabbit.Resource, cancellationToken));
        return rabbit.WithHealthCheck(Key);
    }

    private static async Task<HealthCheckResult> AskAsync(RabbitMQServerResource broker, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory
        {
            Uri = new Uri((await broker.ConnectionStringExpression.GetValueAsync(cancellationToken))!),
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = Patience,
        };
        try
        {
            await using var connection = await factory.CreateConnectionAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception away) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(away.Message);
        }
    }
}
