using Microsoft.Extensions.Logging.Abstractions;
using NewsEducator.Review.Live;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.Review.Tests.Live;

public sealed class ListenForChangesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_else_gets_its_session_when_it_ends()
    {
        var address = new NpgsqlConnectionStringBuilder((await TestServers.StartAsync()).NewDatabase()) { NoResetOnClose = true };
        await using var database = NpgsqlDataSource.Create(address);
        var feed = new ChangeFeed();
        using var reader = feed.Listen();
        using var service = new ListenForChanges(database, feed, TimeProvider.System, NullLogger<ListenForChanges>.Instance);
        await service.StartAsync(Cancel);
        // It tells this as soon as it listens.
        await reader.Changes.ReadAsync(Cancel);

        await service.StopAsync(Cancel);

        await using var command = database.CreateCommand("SELECT count(*) FROM pg_listening_channels()");
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe(0L);
    }
}
