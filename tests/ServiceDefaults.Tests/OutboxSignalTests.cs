using Microsoft.EntityFrameworkCore;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>When the relay is woken.</summary>
public sealed class OutboxSignalTests : IAsyncLifetime
{
    private readonly OutboxSignal _signal = new();
    private LedgerDb _db = null!;

    public async ValueTask InitializeAsync()
    {
        var servers = await TestServers.StartAsync();
        var options = new DbContextOptionsBuilder<LedgerDb>()
            .UseNpgsql(servers.NewDatabase())
            .AddInterceptors(new OutboxCommitInterceptor());
        _db = new LedgerDb(options.Options, _signal, TimeProvider.System);
        await _db.Database.EnsureCreatedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        _signal.Dispose();
    }

    [Fact]
    public async Task A_save_with_messages_rings_once_and_one_without_does_not()
    {
        Post("alone");
        Post("another");
        await SaveAsync();
        (await RangAsync()).ShouldBeFalse();

        Post("told");
        _db.Publish(new Posted("told"));
        await SaveAsync();
        (await RangAsync()).ShouldBeTrue();
        (await RangAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_transaction_rings_when_it_has_committed_messages()
    {
        await using (var silent = await _db.Database.BeginTransactionAsync(Cancel))
        {
            Post("alone");
            await SaveAsync();
            await silent.CommitAsync(Cancel);
        }

        (await RangAsync()).ShouldBeFalse();
        await using var transaction = await _db.Database.BeginTransactionAsync(Cancel);
        _db.Publish(new Posted("told"));
        await SaveAsync();
        Post("behind");
        await SaveAsync();
        (await RangAsync()).ShouldBeFalse("nobody can see the row yet");
        await transaction.CommitAsync(Cancel);
        (await RangAsync()).ShouldBeTrue();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private void Post(string order) => _db.Postings.Add(new Posting { Order = order });

    private Task<int> SaveAsync() => _db.SaveChangesAsync(Cancel);

    private Task<bool> RangAsync() => _signal.WaitAsync(TimeSpan.Zero, Cancel);
}
