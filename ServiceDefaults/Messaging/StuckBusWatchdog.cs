using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Ends the process where its bus stays away although the broker answers: whatever runs it starts it again.</summary>
/// <remarks>
/// A handshake with a proxy whose broker is away never times out in RabbitMQ.Client 7.2, and an endpoint of MassTransit 8.5 can stay
/// unconnected after a broker came back (https://github.com/MassTransit/MassTransit/issues/5942); only a new start helps. Messages that the
/// process had are delivered again.
/// </remarks>
internal sealed class StuckBusWatchdog(
    IBusControl bus,
    IConfiguration configuration,
    EndProcess end,
    IOptions<BusOptions> options,
    TimeProvider time,
    ILogger<StuckBusWatchdog> logger
) : BackgroundService
{
    private const int ExitCode = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? since = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.StuckCheckInterval, time, stoppingToken);
            if (bus.CheckHealth().Status == BusHealthStatus.Healthy || !await BrokerAnswersAsync(stoppingToken))
            {
                since = null;
            }
            else if (time.GetElapsedTime(since ??= time.GetTimestamp()) >= options.Value.StuckAfter)
            {
                logger.LogCritical(
                    "The bus has no connection for {Seconds:0} s although the broker answers: {Health}. The process ends, to start again.",
                    time.GetElapsedTime(since.Value).TotalSeconds,
                    bus.CheckHealth().Description
                );
                end(ExitCode);
                return;
            }
        }
    }

    private async Task<bool> BrokerAnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            await using var connection = await BrokerConnection.OpenAsync(
                new Uri(configuration.GetConnectionString("messaging")!),
                limit.Token
            );
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <summary>Ends this process at once, as <see cref="Environment.Exit"/> does.</summary>
internal delegate void EndProcess(int exitCode);
