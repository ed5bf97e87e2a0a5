using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsEducator.Contracts;
using NewsEducator.Review.Access;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Candidates.Sources;
using NewsEducator.Review.Corrections;
using NewsEducator.Review.Idempotency;
using NewsEducator.Review.Live;
using NewsEducator.Review.Notes;
using NewsEducator.Review.Operations.EndToEnd;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Audit;
using NewsEducator.Review.Settings;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Review.Data;

internal sealed class ReviewDb(DbContextOptions<ReviewDb> options, OutboxSignal signal, TimeProvider time)
    : ServiceDb(options, signal, time),
        IDataProtectionKeyContext
{
    public DbSet<Candidate> Candidates => Set<Candidate>();

    public DbSet<Pack> Packs => Set<Pack>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<SignedIn> Sessions => Set<SignedIn>();

    /// <summary>What cookies and forms are sealed with, so that each replica reads those of the others.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<PageToken> PageTokens => Set<PageToken>();

    public DbSet<KnownPerson> People => Set<KnownPerson>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<EndToEndCheck> EndToEndChecks => Set<EndToEndCheck>();

    public DbSet<SettingChange> SettingChanges => Set<SettingChange>();

    public DbSet<Note> Notes => Set<Note>();

    /// <summary>Makes the day's pack, unless it has one; whoever does so at the same time waits and then finds it.</summary>
    /// <returns>Whether the pack is new.</returns>
    public async Task<bool> TryAddPackAsync(
        DateOnly date,
        PackOrigin origin,
        string? fileHash,
        bool fourEyes,
        string by,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await Database.ExecuteSqlAsync(
            $"""
            INSERT INTO packs (id, date, origin, created_at, created_by, file_hash, four_eyes, version, refused)
            VALUES ({ItemIds.ForPack(
                date
            )}, {date}, {origin.ToString()}, {now}, {by}, {fileHash}, {fourEyes}, 1, {Array.Empty<string>()}) ON CONFLICT DO NOTHING
            """,
            cancellationToken
        ) == 1;

    /// <summary>Loads the pack with its candidates and keeps every other writer out until the surrounding transaction ends.</summary>
    /// <remarks>A consumer saves a candidate and then its pack. Locked in the same order, the two never wait for each other.</remarks>
    public async Task<Pack?> LockPackAsync(DateOnly date, CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlAsync(
            $"SELECT 1 FROM candidates WHERE pack_id = {ItemIds.ForPack(date)} ORDER BY id FOR UPDATE",
            cancellationToken
        );
        await Database.ExecuteSqlAsync($"SELECT 1 FROM packs WHERE date = {date} FOR UPDATE", cancellationToken);
        return await Packs.Include(pack => pack.Candidates).SingleOrDefaultAsync(pack => pack.Date == date, cancellationToken);
    }

    /// <summary>Locks the pack that offers a candidate, see <see cref="LockPackAsync"/>.</summary>
    /// <returns>Null where no pack offers it.</returns>
    public async Task<(Pack Pack, Candidate Candidate)?> LockPackOfAsync(Guid candidateId, CancellationToken cancellationToken)
    {
        var date = await Packs
            .Where(pack => pack.Candidates.Any(candidate => candidate.Id == candidateId))
            .Select(pack => (DateOnly?)pack.Date)
            .SingleOrDefaultAsync(cancellationToken);
        return date is { } day && await LockPackAsync(day, cancellationToken) is { } pack
            ? (pack, pack.Candidates.Single(each => each.Id == candidateId))
            : null;
    }

    /// <summary>Loads one candidate and keeps every other writer out until the surrounding transaction ends.</summary>
    public async Task<Candidate?> LockCandidateAsync(Guid id, CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM candidates WHERE id = {id} FOR UPDATE", cancellationToken);
        return await Candidates.FindAsync([id], cancellationToken);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changes = Change.Pending(this);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await this.AnnounceAsync(changes, cancellationToken);
        return rows;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.AddAccess();
        modelBuilder.Entity<Candidate>(candidate =>
        {
            candidate.ToTable("candidates");
            candidate.Property(each => each.Id).ValueGeneratedNever();
            candidate.Property(each => each.Version).IsConcurrencyToken();
            AsJson(candidate.Property(each => each.Source));
            AsJson(candidate.Property(each => each.Content));
            AsJson(candidate.Property(each => each.Screening));
            AsJson(candidate.Property(each => each.Submission));
            candidate.HasOne<Pack>().WithMany(pack => pack.Candidates).HasForeignKey(each => each.PackId);
            candidate.HasIndex(each => new { each.PackId, each.Number }).IsUnique();
            candidate.HasIndex(each => new { each.State, each.Score });
            AsJson(candidate.Property(each => each.Opinions));
            AsJson(candidate.Property(each => each.Related)).HasDefaultValueSql("'[]'::jsonb");
            AsJson(candidate.Property(each => each.FurtherSources)).HasDefaultValueSql("'[]'::jsonb");
            AsJson(candidate.Property(each => each.UpdateOf));
            AsJson(candidate.Property(each => each.Placement));
            AsJson(candidate.Property(each => each.CorrectedConcept));
            candidate.Property(each => each.Offers).HasDefaultValue(1);
            candidate.HasIndex(each => each.EventId);
            candidate.HasIndex(each => each.LeadsEvent).IsUnique();
            candidate.Ignore(each => each.CurrentHash);
            candidate.Ignore(each => each.ItemId);
            candidate.HasOne(each => each.Look).WithOne().HasForeignKey<SourceLook>(look => look.CandidateId);
            candidate.Navigation(each => each.Look).AutoInclude();
            Listed(candidate);
        });
        modelBuilder.Entity<SourceLook>(look =>
        {
            look.ToTable("source_looks");
            look.HasKey(each => each.CandidateId);
            look.Property(each => each.CandidateId).ValueGeneratedNever();
        });
        modelBuilder.Entity<Pack>(pack =>
        {
            pack.ToTable("packs");
            pack.HasIndex(each => each.Date).IsUnique();
            pack.Property(each => each.Version).IsConcurrencyToken();
            pack.Property(each => each.AwaitedSources).HasDefaultValueSql("'{}'");
            pack.Ignore(each => each.InOrder);
            pack.Ignore(each => each.Real);
        });
        modelBuilder.Entity<HistoryEntry>(entry =>
        {
            entry.ToTable("history");
            entry.HasIndex(each => new { each.CandidateId, each.Id });
            entry.HasIndex(each => new { each.PackId, each.Id });
            entry.HasIndex(each => new { each.By, each.Id });
            entry.Property(each => each.Hash).ValueGeneratedOnAdd();
        });
        modelBuilder.Entity<Comment>(comment =>
        {
            comment.ToTable("comments");
            comment.HasIndex(each => new { each.CandidateId, each.Id });
        });
        modelBuilder.Entity<StoredAnswer>(answer =>
        {
            answer.ToTable("answers");
            answer.HasKey(each => new { each.Person, each.Key });
            answer.HasIndex(each => each.BeganAt);
        });
        modelBuilder.Entity<EndToEndCheck>(check =>
        {
            check.ToTable("end_to_end_checks");
            check.Property(each => each.Verdict).HasConversion<string>();
            check.HasIndex(each => new { each.ItemId, each.BeganAt });
        });
        modelBuilder.Entity<SettingChange>(change =>
        {
            change.ToTable("setting_changes");
            change.HasIndex(each => new { each.Name, each.Id });
        });
        modelBuilder.Entity<Note>(note =>
        {
            note.ToTable("notes");
            note.HasKey(each => each.Date);
            AsJson(note.Property(each => each.Base));
            AsJson(note.Property(each => each.Earlier));
            AsJson(note.Property(each => each.DraftBase));
            note.Property(each => each.Replaced).HasDefaultValueSql("'{}'");
        });
        modelBuilder.Entity<Correction>(correction =>
        {
            correction.ToTable("corrections");
            correction.Property(each => each.Id).ValueGeneratedNever();
            correction.Property(each => each.Version).IsConcurrencyToken();
            AsJson(correction.Property(each => each.Lost));
            AsJson(correction.Property(each => each.Withdrawal));
            correction.HasIndex(each => new { each.CandidateId, each.State });
            correction.HasIndex(each => new
            {
                each.State,
                each.FoundAt,
                each.Id,
            });
            correction.HasIndex(each => each.DraftId).IsUnique();
        });
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit");
            entry.HasKey(each => new { each.ItemId, each.Reason });
            entry.HasIndex(each => each.Date);
        });
    }

    /// <summary>What the list filters by lies inside of documents: the database keeps it in columns of its own.</summary>
    private static void Listed(EntityTypeBuilder<Candidate> candidate)
    {
        candidate.Property<string>(ListColumns.Type).HasComputedColumnSql("content->>'type'", stored: true);
        candidate.Property<string>(ListColumns.Concept).HasComputedColumnSql("content->'concept'->>'key'", stored: true);
        candidate.Property<string?>(ListColumns.Kind).HasComputedColumnSql("source->>'kind'", stored: true);
        candidate
            .Property<string?>(ListColumns.Verdict)
            .HasComputedColumnSql("CASE WHEN (screening->>'revision')::int = revision THEN screening->>'verdict' END", stored: true);
        candidate
            .Property<string>(ListColumns.SearchText)
            .HasComputedColumnSql("(content->>'title') || ' ' || (content->>'text')", stored: true);
        candidate.HasIndex(each => new { each.ArrivedAt, each.Id });
        candidate.HasIndex(each => new
        {
            each.State,
            each.ArrivedAt,
            each.Id,
        });
        candidate.HasIndex(ListColumns.Type, nameof(Candidate.ArrivedAt), nameof(Candidate.Id));
        candidate.HasIndex(ListColumns.Concept, nameof(Candidate.ArrivedAt), nameof(Candidate.Id));
        candidate.HasIndex(ListColumns.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
