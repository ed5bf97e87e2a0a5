using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Compliance.Data;
using NewsEducator.ServiceDefaults.Retention;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Slices;

/// <summary>Screenings go after 90 days where a later one stands, or where Review does not need the candidate.</summary>
public sealed class ScreeningRetentionTests : IAsyncLifetime
{
    private EvidenceOwner _review = null!;
    private ComplianceApp _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _review = await EvidenceOwner.StartAsync();
        _app = await ComplianceApp.StartAsync(("services:review:http:0", _review.Address));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _review.DisposeAsync();
    }

    [Fact]
    public async Task The_latest_screening_of_what_is_needed_stays()
    {
        var compliance = new ComplianceDriver(_app);
        var published = (await compliance.ScreenAsync(ComplianceDriver.Honest)).CandidateId;
        var dropped = (await compliance.ScreenAsync(ComplianceDriver.Honest)).CandidateId;
        _review.Needed.Add(published);
        await SqlAsync("UPDATE screenings SET screened_at = now() - interval '91 days'");
        // Under earlier policies, of an edited text and of the same one.
        await SqlAsync(Copy("older", "200 days", 1));
        await SqlAsync(Copy("edited", "150 days", 2));

        (await RemoveAsync("screenings")).ShouldBe(3);
        (await RemoveAsync("replaced screenings")).ShouldBe(1);

        (await CountAsync(dropped)).ShouldBe(0);
        // The edited text was screened earlier, and it is the one that stands.
        (await CountAsync(published)).ShouldBe(2);
    }

    private static string Copy(string policy, string age, int revision) =>
        $"""
            INSERT INTO screenings
            SELECT (jsonb_populate_record(screening, jsonb_build_object(
                'policy_version', '{policy}', 'screened_at', now() - interval '{age}', 'revision', {revision}))).*
            FROM screenings AS screening WHERE policy_version NOT IN ('older', 'edited')
            """;

    private async Task<int> RemoveAsync(string what)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetServices<IExpiring>().Single(each => each.What == what);
        return await data.RemoveAsync(TimeProvider.System.GetUtcNow() - data.Period, Cancel);
    }

    private async Task<int> CountAsync(Guid candidate)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ComplianceDb>()
            .Screenings.CountAsync(screening => screening.CandidateId == candidate, Cancel);
    }

    private async Task SqlAsync(string sql)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ComplianceDb>().Database.ExecuteSqlRawAsync(sql, Cancel);
    }
}
