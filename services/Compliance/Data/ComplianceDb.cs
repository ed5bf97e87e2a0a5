using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Screenings;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Compliance.Data;

internal sealed class ComplianceDb(DbContextOptions<ComplianceDb> options, OutboxSignal signal, TimeProvider time)
    : ServiceDb(options, signal, time)
{
    public DbSet<Screening> Screenings => Set<Screening>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Screening>(screening =>
        {
            screening.ToTable("screenings");
            screening.HasKey(each => new { each.CandidateId, each.SnapshotId, each.Revision, each.PolicyVersion });
            screening.Property(each => each.Verdict).HasConversion<string>();
            AsJson(screening.Property(each => each.Findings));
            AsJson(screening.Property(each => each.Sentences));
            screening.HasIndex(each => new { each.ItemId, each.ScreenedAt });
            screening.HasIndex(each => new { each.CandidateId, each.ScreenedAt });
        });
    }
}
