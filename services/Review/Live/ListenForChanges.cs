using Npgsql;

namespace NewsEducator.Review.Live;

/// <summary>Listens to what all replicas announce, over one connection of its own; when it is cut, readers look at everything
/// anew.</summary>
internal sealed class ListenForChanges(NpgsqlDataSource database, ChangeFeed feed, TimeProvider time, ILogger<ListenForChanges> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception error)
                when (error is NpgsqlException or IOException or TimeoutException && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Live updates pause: {Reason}", error.Message);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await ListenAsync(connection, cancellationToken);
        }
        finally
        {
            // The session listens until it ends; whoever got it from the pool next would be sent every change.
            database.Clear();
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        connection.Notification += (_, notice) =>
        {
            if (Change.Parse(notice.Payload) is { } change)
            {
                feed.Tell(change);
            }
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {AnnounceChanges.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        feed.Tell(new Change { Kind = "missed" });
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }
}
