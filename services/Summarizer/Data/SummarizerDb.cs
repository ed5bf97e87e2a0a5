using Microsoft.EntityFrameworkCore;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Summarizer.Chat.Answers;
using NewsEducator.Summarizer.Chat.Spending;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Summaries;

namespace NewsEducator.Summarizer.Data;

internal sealed class SummarizerDb(DbContextOptions<SummarizerDb> options, OutboxSignal signal, TimeProvider time)
    : ServiceDb(options, signal, time)
{
    public DbSet<Summary> Summaries => Set<Summary>();

    public DbSet<ModelCall> ModelCalls => Set<ModelCall>();

    public DbSet<KeptVector> KeptVectors => Set<KeptVector>();

    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

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
            AsJson(summary.Property(each => each.Related)).HasDefaultValueSql("'[]'::jsonb");
            AsJson(summary.Property(each => each.Content));
            AsJson(summary.Property(each => each.Run));
        });
        modelBuilder.Entity<ModelCall>(call =>
        {
            call.ToTable("model_calls");
            call.HasKey(each => each.Id);
            call.Property(each => each.Id).UseIdentityAlwaysColumn();
            call.HasIndex(each => each.Day);
        });
        modelBuilder.Entity<KeptVector>(kept =>
        {
            kept.ToTable("kept_vectors");
            kept.HasKey(each => each.Key);
        });
        modelBuilder.Entity<KeptAnswer>(answer =>
        {
            answer.ToTable("kept_answers");
            answer.HasKey(each => each.Key);
        });
    }
}
