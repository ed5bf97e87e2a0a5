using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsEducator.ServiceDefaults.Messaging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsEducator.ServiceDefaults.Diagnosis;

/// <summary>The broker: reached with our account, and of a version that is known to work.</summary>
internal sealed class BrokerCheck(FormerQueues queues) : IHealthCheck
{
    public const string Name = "rabbitmq";

    private const string Setting = "ConnectionStrings__messaging";

    // The oldest that the tests run on; quorum queues of earlier ones lack at-least-once dead-lettering.
    private static readonly Version OldestVersion = new(3, 10);

    private string Server => $"RabbitMQ at {queues.Broker.Host}:{PortOf(queues.Broker).ToString(CultureInfo.InvariantCulture)}";

    private string User => Uri.UnescapeDataString(queues.Broker.UserInfo.Split(':')[0]);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await BrokerConnection.OpenAsync(queues.Broker, cancellationToken);
            var version = VersionOf(connection);
            return Version.TryParse(version, out var number) && number < OldestVersion
                ? HealthCheckResult.Unhealthy($"{Server} is {version}; at least {OldestVersion} is needed: upgrade it.")
                : HealthCheckResult.Healthy($"{Server} is {version}, user {User}.");
        }
        catch (Exception failed) when (Has<AuthenticationFailureException>(failed) || Has<PossibleAuthenticationFailureException>(failed))
        {
            return HealthCheckResult.Unhealthy($"{Server} refuses user {User}: put the right user and password into {Setting}.");
        }
        catch (Exception failed) when (Has<OperationInterruptedException>(failed))
        {
            return HealthCheckResult.Unhealthy(
                $"{Server} refuses the virtual host {Uri.UnescapeDataString(queues.Broker.AbsolutePath)} for user {User}: make it and give the user its permissions, or correct {Setting}."
            );
        }
        catch (Exception away) when (away is BrokerUnreachableException or TimeoutException or SocketException)
        {
            return HealthCheckResult.Unhealthy(
                $"{Server} does not answer ({away.GetBaseException().Message.TrimEnd('.')}): start it, or correct {Setting}."
            );
        }
    }

    private static string VersionOf(IConnection connection) =>
        connection.ServerProperties?.TryGetValue("version", out var version) == true && version is byte[] text
            ? Encoding.UTF8.GetString(text)
            : "of an unknown version";

    private static int PortOf(Uri broker) =>
        !broker.IsDefaultPort && broker.Port > 0 ? broker.Port
        : broker.Scheme == "amqps" ? 5671
        : 5672;

    /// <returns>Whether the failure is of this kind, or was caused by one.</returns>
    private static bool Has<T>(Exception? failure)
        where T : Exception =>
        failure is T
        || failure is AggregateException several && several.InnerExceptions.Any(Has<T>)
        || failure?.InnerException is { } cause && Has<T>(cause);
}
