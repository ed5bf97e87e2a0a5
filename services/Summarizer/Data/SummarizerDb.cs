using Microsoft.EntityFrameworkCore;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Summarizer.Summaries;

namespace NewsEducator.Summarizer.Data;

internal sealed class SummarizerDb(DbContextOptions<SummarizerDb> options, OutboxSignal signal, TimeProvider time)
    : ServiceDb(options, signal, time)
{
    public DbSet<Summary> Summaries => Set<Summary>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Summary>(summary =>
        {
            summary.ToTable("summaries");
            summary.HasKey(each => each.CandidateId);
            summary.Property(each => each.CandidateId).ValueGeneratedNever();
            summary.Property(each => each.Revision).IsConcurrencyToken();
            AsJson(summary.Property(each => each.Source));
            AsJson(summary.Property(each => each.Submission));
            AsJson(summary.Property(each => each.Content));
            AsJson(summary.Property(each => each.Run));
        });
    }
}
