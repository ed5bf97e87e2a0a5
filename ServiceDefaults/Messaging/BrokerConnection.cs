using RabbitMQ.Client;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>A connection to the broker beside the bus.</summary>
public static class BrokerConnection
{
    // RabbitMQ.Client 7.2 waits for ever where a proxy takes the connection and the broker behind it is away.
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(20);

    /// <param name="broker">Its AMQP address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">The broker did not answer within 20 seconds.</exception>
    public static async Task<IConnection> OpenAsync(Uri broker, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(HandshakeLimit);
        try
        {
            return await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false }.CreateConnectionAsync(limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The broker did not answer within {HandshakeLimit.TotalSeconds:0} s.", late);
        }
    }
}
