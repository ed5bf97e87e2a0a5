using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs.Releases;

namespace NewsEducator.Review.Operations;

/// <summary>What does not go on by itself.</summary>
internal static class StuckItems
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongVerification = TimeSpan.FromDays(3);

    /// <summary>Packs that are not published, foreign candidates that nobody screened, verifications that nobody settles.</summary>
    public static async Task<IReadOnlyList<StuckView>> HereAsync(ReviewDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var early = now - Soon;
        var packs = await SentReleases
            .Unpublished(db)
            .Where(pack => pack.ReleasedAt < early)
            .Select(pack => new { pack.Date, pack.ReleasedAt })
            .ToListAsync(cancellationToken);
        var stuck = packs.ConvertAll(pack => new StuckView(
            "unpublished",
            pack.Date.ToString("O", CultureInfo.InvariantCulture),
            1,
            pack.ReleasedAt
        ));
        await AddAsync(
            "unscreened",
            db.Candidates.Where(candidate =>
                    candidate.State == CandidateState.Offered && candidate.Screening == null && candidate.ArrivedAt < early
                )
                .Select(candidate => (DateTimeOffset?)candidate.ArrivedAt)
        );
        var patience = now - LongVerification;
        await AddAsync(
            "verification",
            db.Candidates.Where(candidate => candidate.State == CandidateState.Verification && candidate.DecidedAt < patience)
                .Select(candidate => candidate.DecidedAt)
        );
        return stuck;

        async Task AddAsync(string what, IQueryable<DateTimeOffset?> moments)
        {
            if (await moments.CountAsync(cancellationToken) is > 0 and var count)
            {
                stuck.Add(new StuckView(what, ReadOperations.Own, count, await moments.MinAsync(cancellationToken)));
            }
        }
    }

    public static IEnumerable<StuckView> Of(ServiceView service, DateTimeOffset now)
    {
        if (service.Messaging is not { } messaging)
        {
            yield return new StuckView("away", service.Name, 1, null);
            yield break;
        }

        if (messaging.Dead > 0)
        {
            yield return new StuckView(
                "dead-letters",
                service.Name,
                messaging.Dead,
                service.Faults.Min(fault => (DateTimeOffset?)fault.FirstAt),
                service.Faults is [var latest, ..] ? latest.Reason : null
            );
        }

        if (messaging.OldestInOutbox < now - Soon)
        {
            yield return new StuckView("outbox", service.Name, messaging.Outbox, messaging.OldestInOutbox);
        }

        foreach (var queue in messaging.Queues.Where(queue => queue is { Messages: > 0, Consumers: 0 }))
        {
            yield return new StuckView("unread-queue", queue.Name, (int)queue.Messages, null);
        }
    }

    /// <summary>Notes that the vault lacks, or that its git repository or the remote lacks.</summary>
    public static IEnumerable<StuckView> Of(VaultView? vault)
    {
        foreach (var notes in vault?.Missing ?? [])
        {
            yield return new StuckView("notes", notes.Date.ToString("O", CultureInfo.InvariantCulture), 1, notes.Since, notes.Reason);
        }

        if (vault?.Repository is { Fault: { } fault } repository)
        {
            yield return new StuckView(
                $"git.{fault}",
                ServiceCalls.Publisher,
                Math.Max(1, repository.Uncommitted + repository.Unpushed),
                repository.Since,
                repository.Reason
            );
        }
    }

    public static IEnumerable<StuckView> Of(SourceOverview source) =>
        source.Health is { Status: "Failing" } health
            ? [new StuckView("source", source.Id, health.ConsecutiveFailures, health.LastSucceededAt, health.LastError)]
            : [];
}
