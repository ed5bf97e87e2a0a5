using Microsoft.EntityFrameworkCore;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Summarizer.Data;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Slices;

/// <summary>Replicas of two versions at once.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public void The_former_version_runs_beside_this_one()
    {
        using var signal = new OutboxSignal();
        var options = new DbContextOptionsBuilder<SummarizerDb>().UseNpgsql().Options;
        using var db = new SummarizerDb(options, signal, TimeProvider.System);

        FormerVersion.Obstacles(db).ShouldBeEmpty();
    }
}
