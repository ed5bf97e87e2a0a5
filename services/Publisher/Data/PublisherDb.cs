using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Notes;
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

    public DbSet<Card> Cards => Set<Card>();

    public DbSet<OutdatedNotes> OutdatedNotes => Set<OutdatedNotes>();

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
        });
        modelBuilder.Entity<Digest>(digest =>
        {
            digest.ToTable("digests");
            digest.HasKey(each => each.Date);
        });
        modelBuilder.Entity<OutdatedNotes>(notes =>
        {
            notes.ToTable("outdated_notes");
            notes.HasKey(each => each.Date);
            notes.HasIndex(each => each.NextAt);
        });
        modelBuilder.Entity<Card>(card =>
        {
            card.ToTable("cards");
            card.Property(each => each.Id).ValueGeneratedNever();
            card.HasIndex(each => each.ItemId).IsUnique();
            card.HasIndex(each => each.DigestDate);
            AsJson(card.Property(each => each.Concept));
        });
    }
}
