using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Drift;
using NewsEducator.Compliance.Hosts;
using NewsEducator.Compliance.Opinions;
using NewsEducator.Compliance.Outcomes;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Rescreens;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Compliance.Data;

internal sealed class ComplianceDb(DbContextOptions<ComplianceDb> options, OutboxSignal signal, TimeProvider time)
    : ServiceDb(options, signal, time)
{
    public DbSet<Screening> Screenings => Set<Screening>();

    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();

    public DbSet<HostRequest> HostRequests => Set<HostRequest>();

    public DbSet<CandidateOutcome> Outcomes => Set<CandidateOutcome>();

    public DbSet<Rescreen> Rescreens => Set<Rescreen>();

    public DbSet<RescreenItem> RescreenItems => Set<RescreenItem>();

    public DbSet<OpinionDay> OpinionDays => Set<OpinionDay>();

    public DbSet<DriftFinding> DriftFindings => Set<DriftFinding>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Screening>(screening =>
        {
            screening.ToTable("screenings");
            screening.HasKey(each => new
            {
                each.CandidateId,
                each.SnapshotId,
                each.Revision,
                each.PolicyVersion,
            });
            screening.Property(each => each.Verdict).HasConversion<string>();
            AsJson(screening.Property(each => each.Findings));
            AsJson(screening.Property(each => each.Sentences));
            AsJson(screening.Property(each => each.Shadow));
            screening.Property(each => each.Shadow).HasDefaultValueSql("'[]'");
            AsJson(screening.Property(each => each.Request));
            screening.HasIndex(each => new { each.ItemId, each.ScreenedAt });
            screening.HasIndex(each => each.ScreenedAt);
            screening.HasIndex(each => new { each.CandidateId, each.ScreenedAt });
        });
        modelBuilder.Entity<PolicyVersion>(version =>
        {
            version.ToTable("policy_versions");
            version.HasKey(each => each.Number);
            version.Property(each => each.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<HostRequest>(request =>
        {
            request.ToTable("host_requests");
            request.Property(each => each.State).HasConversion<string>().IsConcurrencyToken();
            request.HasIndex(each => each.AskedAt);
            // One host is asked for once at a time.
            request.HasIndex(each => each.Host).IsUnique().HasFilter($"state = '{nameof(HostRequestState.Open)}'");
        });
        modelBuilder.Entity<CandidateOutcome>(outcome =>
        {
            outcome.ToTable("candidate_outcomes");
            outcome.HasKey(each => each.CandidateId);
            outcome.Ignore(each => each.State);
            AsJson(outcome.Property(each => each.Content));
            outcome.HasIndex(each => each.NextLookAt);
        });
        modelBuilder.Entity<Rescreen>().ToTable("rescreens");
        modelBuilder.Entity<RescreenItem>(item =>
        {
            item.ToTable("rescreen_items");
            item.HasKey(each => new { each.RescreenId, each.CandidateId });
            item.HasOne<Rescreen>().WithMany().HasForeignKey(each => each.RescreenId);
            AsJson(item.Property(each => each.Flip));
        });
        modelBuilder.Entity<OpinionDay>(day =>
        {
            day.ToTable("opinion_days");
            day.HasKey(each => new { each.Day, each.Model });
        });
        modelBuilder.Entity<DriftFinding>(finding =>
        {
            finding.ToTable("drift_findings");
            finding.HasKey(each => new
            {
                each.CandidateId,
                each.NewSnapshotId,
                each.FoundAt,
            });
            finding.HasIndex(each => each.FoundAt);
            finding.Ignore(each => each.IsGone);
            AsJson(finding.Property(each => each.Lost));
        });
    }
}
