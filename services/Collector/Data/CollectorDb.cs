using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Drift;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Retries;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Collector.Sources;
using NewsEducator.Collector.Throttling;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;
using Npgsql;

namespace NewsEducator.Collector.Data;

internal sealed class CollectorDb(DbContextOptions<CollectorDb> options, OutboxSignal signal, TimeProvider time)
    : ServiceDb(options, signal, time)
{
    private readonly HashSet<(Type Kind, object Key)> _absent = [];

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<PollState> PollStates => Set<PollState>();

    public DbSet<HostState> Hosts => Set<HostState>();

    public DbSet<Item> Items => Set<Item>();

    public DbSet<FetchRetry> FetchRetries => Set<FetchRetry>();

    public DbSet<SourceCheck> SourceChecks => Set<SourceCheck>();

    public DbSet<PolicyCopy> PolicyCopies => Set<PolicyCopy>();

    public DbSet<StoredSnapshot> Snapshots => Set<StoredSnapshot>();

    /// <summary>As <c>FindAsync</c>; what is not there is not asked for again until the save. A row that another process adds meanwhile is
    /// met by the save.</summary>
    public async ValueTask<T?> LookUpAsync<T>(object key, CancellationToken cancellationToken)
        where T : class
    {
        if (_absent.Contains((typeof(T), key)))
        {
            return Set<T>().Local.FindEntryUntyped([key])?.Entity;
        }

        var found = await Set<T>().FindAsync([key], cancellationToken);
        if (found is null)
        {
            _absent.Add((typeof(T), key));
        }

        return found;
    }

    /// <returns>False where another process stored the same row first: its version stands.</returns>
    public async Task<bool> SaveUnlessTakenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SaveChangesAsync(cancellationToken);
            await (Database.CurrentTransaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
            return true;
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
        finally
        {
            _absent.Clear();
            await AbandonAsync();
        }
    }

    /// <summary>Locks that are held until the save belong to a transaction, which <see cref="SaveUnlessTakenAsync"/> commits.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is null)
        {
            await Database.BeginTransactionAsync(cancellationToken);
        }
    }

    /// <summary>Ends a transaction that was not committed; what was to be saved in it is forgotten.</summary>
    public async Task AbandonAsync()
    {
        if (Database.CurrentTransaction is { } open)
        {
            await open.DisposeAsync();
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Source>(source =>
        {
            source.ToTable("sources");
            source.Ignore(row => row.Settings);
            source.Property(row => row.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<PollState>(state =>
        {
            state.ToTable("poll_states");
            state.HasKey(row => row.SourceId);
            state.HasOne<Source>().WithOne().HasForeignKey<PollState>(row => row.SourceId);
            state.HasIndex(row => row.NextPollAt);
            AsJson(state.Property(row => row.LastUnread)).HasDefaultValueSql("'[]'::jsonb");
            AsJson(state.Property(row => row.Validators));
            AsJson(state.Property(row => row.PollCadence));
        });
        modelBuilder.Entity<HostState>(host =>
        {
            host.ToTable("hosts");
            host.HasKey(row => row.Name);
        });
        modelBuilder.Entity<HostSlot>(slot =>
        {
            slot.ToTable("host_slots");
            slot.HasKey(row => new { row.Host, row.Number });
        });
        modelBuilder.Entity<Item>(item =>
        {
            item.ToTable("items");
            item.Property(row => row.Sequence).UseIdentityAlwaysColumn();
            item.Property(row => row.Labels).HasDefaultValueSql("'{}'::text[]");
            item.HasIndex(row => row.Sequence).IsUnique();
            item.HasIndex(row => new { row.State, row.Sequence });

            // Without the list of pending entries: a lookup must not pay for what others inserted.
            item.HasIndex(row => row.Bands).HasMethod("gin").HasStorageParameter("fastupdate", false);
            item.HasIndex(row => row.EventKeys).HasMethod("gin").HasStorageParameter("fastupdate", false);
        });
        modelBuilder.Entity<FetchRetry>(retry =>
        {
            retry.ToTable("fetch_retries");
            retry.HasIndex(row => row.NextTryAt);
            retry.HasIndex(row => row.SourceId);
            retry.HasIndex(row => row.ItemId);
            AsJson(retry.Property(row => row.Facts));
            AsJson(retry.Property(row => row.Submission));
        });
        modelBuilder.Entity<SourceCheck>(check =>
        {
            check.ToTable("source_checks");
            check.HasKey(row => row.ItemId);
            check.Property(row => row.ItemId).ValueGeneratedNever();
            AsJson(check.Property(row => row.Validators));
        });
        modelBuilder.Entity<PolicyCopy>(policy =>
        {
            policy.ToTable("policy_copies");
            policy.Property(row => row.Id).ValueGeneratedNever();
            AsJson(policy.Property(row => row.Hosts));
        });
        modelBuilder.Entity<StoredSnapshot>(snapshot =>
        {
            snapshot.ToTable("snapshots");
            snapshot.HasIndex(row => new { row.ItemId, row.FetchedAt });
        });
    }
}
