using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>Replicas of two versions at once.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public void The_former_version_runs_beside_this_one()
    {
        using var signal = new OutboxSignal();
        var options = new DbContextOptionsBuilder<ReviewDb>().UseNpgsql().Options;
        using var db = new ReviewDb(options, signal, TimeProvider.System);

        FormerVersion.Obstacles(db).ShouldBeEmpty();
    }
}
