using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Schedule;

namespace NewsEducator.Review.Candidates.Sources;

/// <summary>Asks the Collector whether the sources of what waits for a person still stand, each when it is due.</summary>
internal sealed class LookAtSources(
    IServiceScopeFactory scopes,
    PackCalendar calendar,
    IOptions<SourceCheckOptions> options,
    TimeProvider time,
    ILogger<LookAtSources> logger
) : BackgroundService
{
    private const int BatchSize = 20;

    // One replica at a time: the others find nothing due.
    private const int Lock = 0x4c6f_6f6b;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Check, time);
        do
        {
            try
            {
                await AskDueAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "The sources that are due could not be looked at; they are tried later.");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AskDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        var now = time.GetUtcNow();
        foreach (var candidate in await Due(db, now).Take(BatchSize).ToListAsync(cancellationToken))
        {
            db.Publish(candidate.AskForSource(now));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private IQueryable<Candidate> Due(ReviewDb db, DateTimeOffset now)
    {
        var (waiting, offered) = (WaitingBefore(now), Before(now, options.Value.Offered));
        return db
            .Candidates.Where(candidate =>
                candidate.Source != null
                && (
                    candidate.State == CandidateState.Waiting
                    || candidate.State == CandidateState.Offered
                    || candidate.State == CandidateState.Verification
                )
            )
            .Select(candidate => new
            {
                Candidate = candidate,
                Last = candidate.Look == null ? candidate.ArrivedAt : candidate.Look.AskedAt,
                Next = candidate.Look == null ? null : candidate.Look.NextLookAt,
                // It comes back from a pack of another day.
                IsOld = candidate.Look == null && candidate.ReturnedFrom != null,
                Before = candidate.State == CandidateState.Waiting ? waiting : offered,
            })
            .Where(each =>
                each.Next == null ? each.Last <= each.Before || (each.IsOld && each.Before > DateTimeOffset.MinValue) : each.Next <= now
            )
            .OrderBy(each => each.Last)
            .Select(each => each.Candidate);
    }

    private DateTimeOffset WaitingBefore(DateTimeOffset now)
    {
        var usual = Before(now, options.Value.Waiting);
        return
            calendar.CutOf(calendar.Today) is { } cut
            && cut - options.Value.BeforeCut is var begin
            && begin <= now
            && now < cut
            && begin > usual
            ? begin
            : usual;
    }

    private static DateTimeOffset Before(DateTimeOffset now, TimeSpan pause) =>
        pause > TimeSpan.Zero ? now - pause : DateTimeOffset.MinValue;
}
