using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Candidates.Queue;
using NewsEducator.Review.Candidates.Stories;
using NewsEducator.Review.Data;
using NewsEducator.Review.Ranking;
using NewsEducator.Review.Reminders;
using NewsEducator.Review.Schedule;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Packs;

/// <summary>Gate 0: the best screened items of the window, numbered and frozen.</summary>
/// <remarks>Cutting again before the first decision takes in what has come since; after it the pack stays as it is.</remarks>
internal sealed class CutPack(ReviewDb db, IOptions<ReviewOptions> options, TimeProvider time)
{
    // Of what waits for days; the newest are the ones that can still be offered.
    private const int MostWaiting = 1_000;

    public static async Task<Results<Ok<PackView>, Created<PackView>, ProblemHttpResult>> Handle(
        CutRequest request,
        CutPack cut,
        ReviewDb db,
        PackCalendar calendar,
        ClaimsPrincipal user,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var date = request.Date ?? calendar.Today;
        if (date > calendar.Today)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "cut.future", date.ToString("O"), calendar.Today.ToString("O"));
        }

        await cut.SettleAsync(cancellationToken);
        var isNew = await cut.CutAsync(date, user.Identity!.Name!, cancellationToken);
        db.ChangeTracker.Clear();
        var pack = (await ReadPacks.FindAsync(db, date, cancellationToken))!;
        var view = await ReadPacks.ViewAsync(db, pack, cancellationToken);
        VersionTag.Put(response, pack.Version);
        return isNew ? TypedResults.Created($"/api/packs/{date:yyyy-MM-dd}", view) : TypedResults.Ok(view);
    }

    /// <summary>Waits while items are still coming in, so that a cut just after the start holds the day and not its first second.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + options.Value.SettleAtMost;
        while (time.GetUtcNow() < deadline)
        {
            var latest = await db.Candidates.MaxAsync(candidate => (DateTimeOffset?)candidate.ArrivedAt, cancellationToken);
            if (latest is { } arrived && time.GetUtcNow() - arrived > options.Value.Settle)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
        }
    }

    /// <returns>Whether the pack is new.</returns>
    public async Task<bool> CutAsync(DateOnly date, string by, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var created = await db.TryAddPackAsync(date, PackOrigin.Cut, null, options.Value.FourEyes, by, time.GetUtcNow(), cancellationToken);
        var pack = (await db.LockPackAsync(date, cancellationToken))!;
        if (
            created
            || CanBeCutAgain(
                pack,
                await db.History.AnyAsync(entry => entry.PackId == pack.Id && entry.Action != HistoryAction.Assigned, cancellationToken)
            )
        )
        {
            await FillAsync(pack, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            if (created && pack.Candidates.Count > 0)
            {
                await db.AnnounceWaitingPackAsync(pack, isOverdue: false, options.Value, time.GetUtcNow(), cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return created;
    }

    private static bool CanBeCutAgain(Pack pack, bool touched) => pack is { Origin: PackOrigin.Cut, IsReleased: false } && !touched;

    private async Task FillAsync(Pack pack, CancellationToken cancellationToken)
    {
        await ExpireAsync(cancellationToken);
        await CarryAsync(cancellationToken);
        if (!await db.Candidates.AnyAsync(candidate => candidate.State == CandidateState.Waiting, cancellationToken))
        {
            return;
        }

        await TakeBackAsync(pack, cancellationToken);
        var now = time.GetUtcNow();
        var ledger = await LearningLedger.ReadAsync(db, options.Value, now, cancellationToken);
        var waiting = (await WaitingAsync(cancellationToken)).ToDictionary(candidate => candidate.Id);
        var best = PackSelection.Best(waiting.Values.Select(Contender.Of), options.Value, ledger, now, options.Value.PackSize);
        foreach (var (index, placed) in best.Index())
        {
            var candidate = waiting[placed.Contender.Id];
            (await PlantedAsync(candidate, cancellationToken) ?? candidate).Offer(pack.Id, index + 1, placed.Placement);
        }

        pack.Touch();
    }

    /// <summary>Numbers are unique in a pack, so all are taken back before they are assigned again; candidates of the same event that came since
    /// join them.</summary>
    private async Task TakeBackAsync(Pack pack, CancellationToken cancellationToken)
    {
        var offered = pack.Candidates.ToList();
        foreach (var candidate in offered)
        {
            if (candidate.Planted is not null)
            {
                db.Candidates.Remove(candidate);
                continue;
            }

            candidate.TakeBack();
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (
            var eventId in offered
                .Where(candidate => candidate is { Planted: null, ReturnedFrom: null })
                .Select(candidate => candidate.EventId)
                .Distinct()
        )
        {
            await db.SettleStoryAsync(eventId, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Locked, so that what comes in of their events meanwhile waits and then finds them offered.</summary>
    private async Task<List<Candidate>> WaitingAsync(CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM candidates WHERE state = {nameof(CandidateState.Waiting)} ORDER BY id FOR UPDATE",
            cancellationToken
        );
        return await Waiting(db).ToListAsync(cancellationToken);
    }

    /// <summary>What can be offered now.</summary>
    public static IQueryable<Candidate> Waiting(ReviewDb db) =>
        db
            .Candidates.Where(candidate => candidate.State == CandidateState.Waiting)
            .OrderByDescending(candidate => candidate.ReturnedFrom != null && candidate.Offers == 1)
            .ThenByDescending(candidate => candidate.ArrivedAt)
            .ThenBy(candidate => candidate.Id)
            .Take(MostWaiting);

    /// <summary>By the candidate's id, so that a pack that is cut again plants the same; the real one waits for a later pack.</summary>
    /// <returns>Null where the candidate is offered as it is.</returns>
    private async Task<Candidate?> PlantedAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var isChosen = candidate.Id.ToByteArray()[15] < options.Value.PlantedShare * 256;
        if (
            !isChosen
            || candidate is not { Planted: null, ReturnedFrom: null, Screening: { } screening }
            || SeededError.In(candidate.Content, screening.Sentences) is not { } falsehood
        )
        {
            return null;
        }

        var planted = candidate.Plant(falsehood);
        if (await db.Candidates.AnyAsync(each => each.Id == planted.Id, cancellationToken))
        {
            return null;
        }

        db.Candidates.Add(planted);
        return planted;
    }

    private async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var special = options.Value.WindowOf;
        string[] types = [.. special.Keys];
        var waiting = db.Candidates.Where(candidate => candidate.State == CandidateState.Waiting);
        await ExpireAsync(
            waiting.Where(candidate => !types.Contains(EF.Property<string>(candidate, ListColumns.Type))),
            now - options.Value.Window,
            cancellationToken
        );
        foreach (var (type, window) in special)
        {
            await ExpireAsync(
                waiting.Where(candidate => EF.Property<string>(candidate, ListColumns.Type) == type),
                now - window,
                cancellationToken
            );
        }
    }

    private static Task<int> ExpireAsync(IQueryable<Candidate> waiting, DateTimeOffset before, CancellationToken cancellationToken) =>
        waiting
            .Where(candidate => candidate.ArrivedAt < before)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(candidate => candidate.State, CandidateState.Expired)
                        .SetProperty(candidate => candidate.LeadsEvent, (Guid?)null)
                        .SetProperty(candidate => candidate.Version, candidate => candidate.Version + 1),
                cancellationToken
            );

    /// <summary>What a released pack offered and nobody decided is offered once more, as often as the options say.</summary>
    private async Task CarryAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.WindowOf.Values.Append(options.Value.Window).Max();
        var undecided = await db
            .Candidates.Where(candidate =>
                candidate.State == CandidateState.Expired
                && candidate.PackId != null
                && candidate.Offers < options.Value.OfferAtMost
                && candidate.ArrivedAt >= oldest
            )
            .OrderBy(candidate => candidate.Id)
            .ToListAsync(cancellationToken);
        foreach (
            var candidate in undecided.Where(candidate =>
                candidate.ArrivedAt >= time.GetUtcNow() - options.Value.WindowFor(candidate.Content.Type)
            )
        )
        {
            db.Carry(candidate);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
