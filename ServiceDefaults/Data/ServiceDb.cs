using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Messaging;
using Npgsql;

namespace NewsEducator.ServiceDefaults.Data;

/// <summary>A service's own database, with its outbox and inbox.</summary>
/// <remarks>State and outgoing messages commit in one <c>SaveChanges</c>; nothing is sent that was not saved.</remarks>
public abstract class ServiceDb(DbContextOptions options, OutboxSignal signal, TimeProvider time) : DbContext(options)
{
    internal const string InboxKey = "pk_inbox";

    // Saved in the transaction that is open, and not visible to the relay yet.
    private bool _owes;

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    internal DbSet<DeadLetter> DeadLetters => Set<DeadLetter>();

    /// <summary>Sends the message once the surrounding save has committed.</summary>
    /// <param name="message">A message of the contracts.</param>
    /// <param name="traceParent">W3C traceparent to go on from; by default the current activity.</param>
    /// <param name="notBefore">Not sent earlier; by default at once.</param>
    public void Publish<T>(T message, string? traceParent = null, DateTimeOffset? notBefore = null)
        where T : class, IMessage =>
        Outbox.Add(
            new OutboxMessage
            {
                MessageId = OutboxMessage.IdOf(message),
                Type = OutboxMessage.NameOf(typeof(T)),
                Body = JsonSerializer.Serialize(message, OutboxMessage.Json),
                TraceParent = traceParent ?? Activity.Current?.Id,
                CreatedAt = time.GetUtcNow(),
                NotBefore = notBefore ?? time.GetUtcNow(),
            }
        );

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var sends = ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        _owes |= sends;
        if (Database.CurrentTransaction is null)
        {
            RingIfOwed();
        }

        return rows;
    }

    /// <summary>Wakes the relay where messages were committed; one ring for each commit, none where it has nothing to send.</summary>
    internal void RingIfOwed()
    {
        if (_owes)
        {
            _owes = false;
            signal.Ring();
        }
    }

    /// <returns>False where a row of the same key is there already; nothing is saved then.</returns>
    public async Task<bool> TrySaveNewAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    /// <summary>Names as a person types them in psql, without quotes.</summary>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSnakeCaseNamingConvention();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox");
            outbox.HasKey(message => message.Id);
            outbox.Property(message => message.Id).UseIdentityAlwaysColumn();
            outbox.Property(message => message.Attempts).HasDefaultValue(0);
            outbox.HasIndex(message => message.NotBefore);
        });
        modelBuilder.Entity<InboxEntry>(inbox =>
        {
            inbox.ToTable("inbox");
            inbox.Property(entry => entry.MessageType).HasDefaultValue(InboxEntry.AnyType);
            inbox
                .HasKey(entry => new
                {
                    entry.Consumer,
                    entry.NaturalKey,
                    entry.MessageType,
                })
                .HasName(InboxKey);
        });
        modelBuilder.Entity<DeadLetter>(letter =>
        {
            letter.ToTable("dead_letters");
            letter.Property(each => each.Id).UseIdentityAlwaysColumn();
            AsJson(letter.Property(each => each.Headers));
            letter.HasIndex(each => new { each.Consumer, each.MessageId }).IsUnique();
            letter.HasIndex(each => each.DueAt);
            letter.HasIndex(each => each.Fingerprint);
        });
    }

    /// <summary>Stores a value, which is replaced and never changed in place, as one jsonb column.</summary>
    protected static PropertyBuilder<T> AsJson<T>(PropertyBuilder<T> property) =>
        property
            .HasColumnType("jsonb")
            .HasConversion(
                value => JsonSerializer.Serialize(value, OutboxMessage.Json),
                text => JsonSerializer.Deserialize<T>(text, OutboxMessage.Json)!,
                new ValueComparer<T>(favorStructuralComparisons: false)
            );
}
