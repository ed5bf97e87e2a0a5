using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Coverage;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Mail.Notices;
using NewsEducator.Publisher.Mail.Subscribers;
using NewsEducator.Publisher.Notes;
using NewsEducator.Publisher.Notes.Repository;
using NewsEducator.Publisher.Replays;
using NewsEducator.Publisher.Webhooks;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Publisher.Data;

internal sealed class PublisherDb(DbContextOptions<PublisherDb> options, OutboxSignal signal, TimeProvider time)
    : ServiceDb(options, signal, time)
{
    public DbSet<ApprovedItem> ApprovedItems => Set<ApprovedItem>();

    public DbSet<Release> Releases => Set<Release>();

    public DbSet<Digest> Digests => Set<Digest>();

    public DbSet<DigestItem> DigestItems => Set<DigestItem>();

    public DbSet<DigestRevision> DigestRevisions => Set<DigestRevision>();

    public DbSet<Card> Cards => Set<Card>();

    public DbSet<PendingNotes> PendingNotes => Set<PendingNotes>();

    public DbSet<WrittenNote> WrittenNotes => Set<WrittenNote>();

    public DbSet<UncommittedNotes> UncommittedNotes => Set<UncommittedNotes>();

    public DbSet<RepositoryState> RepositoryStates => Set<RepositoryState>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<AnnouncedEvent> AnnouncedEvents => Set<AnnouncedEvent>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();

    public DbSet<Replay> Replays => Set<Replay>();

    public DbSet<KnownConcept> KnownConcepts => Set<KnownConcept>();

    public DbSet<MailSubscriber> MailSubscribers => Set<MailSubscriber>();

    public DbSet<MailIssue> MailIssues => Set<MailIssue>();

    public DbSet<MailDelivery> MailDeliveries => Set<MailDelivery>();

    public DbSet<MailNotice> MailNotices => Set<MailNotice>();

    public DbSet<RestoredCopy> RestoredCopies => Set<RestoredCopy>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ApprovedItem>(item =>
        {
            item.ToTable("approved_items");
            item.HasKey(each => each.CandidateId);
            item.HasIndex(each => each.PackId);
            AsJson(item.Property(each => each.Content));
        });
        modelBuilder.Entity<Release>(release =>
        {
            release.ToTable("releases");
            release.HasKey(each => each.PackId);
            release.Property(each => each.PublishedAt).IsConcurrencyToken();
            AsJson(release.Property(each => each.Approved));
        });
        modelBuilder.Entity<DigestItem>(item =>
        {
            item.ToTable("digest_items");
            item.HasKey(each => each.ItemId);
            item.HasOne<Digest>().WithMany(digest => digest.Items).HasForeignKey(each => each.DigestDate);
            item.HasIndex(each => new { each.DigestDate, each.Number }).IsUnique();
            AsJson(item.Property(each => each.Content));
            // Each page and feed reads the newest of one of these.
            item.HasIndex(each => new { each.ConceptKey, each.DigestDate });
            item.HasIndex(each => new { each.Type, each.DigestDate });
            item.HasIndex(each => new { each.Source, each.DigestDate });
            item.HasIndex(each => each.SearchTokens).HasMethod("gin");
        });
        modelBuilder.Entity<Digest>(digest =>
        {
            digest.ToTable("digests");
            digest.HasKey(each => each.Date);
            digest.Property(each => each.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<DigestRevision>(revision =>
        {
            revision.ToTable("digest_revisions");
            revision.HasKey(each => new { each.Date, each.Number });
            revision.HasOne<Digest>().WithMany(digest => digest.Revisions).HasForeignKey(each => each.Date);
            revision.HasIndex(each => each.At);
            AsJson(revision.Property(each => each.Before));
            AsJson(revision.Property(each => each.After));
        });
        modelBuilder.Entity<PendingNotes>(notes =>
        {
            notes.ToTable("outdated_notes");
            notes.HasKey(each => each.Date);
            notes.HasIndex(each => each.NextAt);
        });
        modelBuilder.Entity<WrittenNote>(note =>
        {
            note.ToTable("written_notes");
            note.HasKey(each => each.Path);
            note.HasIndex(each => each.DigestDate);
        });
        modelBuilder.Entity<UncommittedNotes>(notes =>
        {
            notes.ToTable("uncommitted_notes");
            notes.HasKey(each => each.Date);
        });
        modelBuilder.Entity<RepositoryState>(state =>
        {
            state.ToTable("repository_states");
            state.Property(each => each.Id).ValueGeneratedNever();
            // A process that slept beyond its lease changes nothing any more: another one is at it.
            state.Property(each => each.LeasedUntil).IsConcurrencyToken();
        });
        modelBuilder.Entity<RestoredCopy>().ToTable("restored_copies");
        ConfigureWebhooks(modelBuilder);
        ConfigureMail(modelBuilder);
        modelBuilder.Entity<Replay>(replay =>
        {
            replay.ToTable("replays");
            replay.Property(each => each.Id).ValueGeneratedNever();
            replay.HasIndex(each => each.NextAt).HasFilter("next_at IS NOT NULL");
        });
        modelBuilder.Entity<KnownConcept>(concept =>
        {
            concept.ToTable("known_concepts");
            concept.HasKey(each => each.Key);
        });
        modelBuilder.Entity<Card>(card =>
        {
            card.ToTable("cards");
            card.Property(each => each.Id).ValueGeneratedNever();
            card.Ignore(each => each.NoteGuid);
            card.HasIndex(each => each.ItemId).IsUnique();
            card.HasIndex(each => each.DigestDate);
            AsJson(card.Property(each => each.Concept));
        });
    }

    private static void ConfigureMail(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MailSubscriber>(subscriber =>
        {
            subscriber.ToTable("mail_subscribers");
            subscriber.Property(each => each.Id).ValueGeneratedNever();
            subscriber.HasIndex(each => each.Address).IsUnique();
            subscriber.HasIndex(each => each.Token).IsUnique();
        });
        modelBuilder.Entity<MailIssue>(issue =>
        {
            issue.ToTable("mail_issues");
            issue.HasKey(each => new { each.Date, each.Revision });
        });
        modelBuilder.Entity<MailDelivery>(mail =>
        {
            mail.ToTable("mail_deliveries");
            mail.HasKey(each => new
            {
                each.Date,
                each.Revision,
                each.SubscriberId,
            });
            mail.HasOne<MailIssue>().WithMany().HasForeignKey(each => new { each.Date, each.Revision });
            mail.HasOne<MailSubscriber>().WithMany().HasForeignKey(each => each.SubscriberId).OnDelete(DeleteBehavior.Cascade);
            mail.HasIndex(each => each.NextAt).HasFilter("next_at IS NOT NULL");
        });
        modelBuilder.Entity<MailNotice>(notice =>
        {
            notice.ToTable("mail_notices");
            notice.Property(each => each.Id).ValueGeneratedNever();
            notice.HasOne<MailSubscriber>().WithMany().HasForeignKey(each => each.SubscriberId).OnDelete(DeleteBehavior.Cascade);
            notice.HasIndex(each => each.NextAt);
        });
    }

    private static void ConfigureWebhooks(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Webhook>(webhook =>
        {
            webhook.ToTable("webhooks");
            webhook.Property(each => each.Id).ValueGeneratedNever();
            webhook.Property(each => each.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<AnnouncedEvent>(announced =>
        {
            announced.ToTable("announced_events");
            announced.Property(each => each.Id).ValueGeneratedNever();
            announced.HasIndex(each => each.At);
            announced.HasIndex(each => each.Items).HasMethod("gin");
        });
        modelBuilder.Entity<WebhookDelivery>(delivery =>
        {
            delivery.ToTable("webhook_deliveries");
            delivery.Property(each => each.Id).UseIdentityAlwaysColumn();
            delivery.HasOne<Webhook>().WithMany().HasForeignKey(each => each.WebhookId);
            delivery.HasOne<AnnouncedEvent>().WithMany().HasForeignKey(each => each.EventId);
            delivery.HasIndex(each => new { each.WebhookId, each.EventId }).IsUnique();
            delivery.HasIndex(each => new { each.WebhookId, each.LeasedUntil }).HasFilter("leased_until IS NOT NULL");
            delivery.HasIndex(each => each.NextAt).HasFilter("next_at IS NOT NULL");
            delivery.HasIndex(each => new { each.WebhookId, each.DigestDate }).HasFilter("next_at IS NOT NULL");
        });
        modelBuilder.Entity<DeliveryAttempt>(attempt =>
        {
            attempt.ToTable("delivery_attempts");
            attempt.Property(each => each.Id).UseIdentityAlwaysColumn();
            attempt.HasOne<WebhookDelivery>().WithMany().HasForeignKey(each => each.DeliveryId);
        });
    }
}
