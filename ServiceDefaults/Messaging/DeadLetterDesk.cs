using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>A service's dead letters, for its own endpoints and for the page of operations.</summary>
public sealed class DeadLetterDesk(ServiceDb db, TimeProvider time)
{
    internal sealed record Redrivable(bool IsTruncated, bool IsDiscarded);

    internal IQueryable<DeadLetter> Dead => db.DeadLetters.Where(DeadLetter.IsDead);

    internal IQueryable<DeadLetter> Waiting => db.DeadLetters.Where(DeadLetter.IsWaiting);

    internal IQueryable<DeadLetter> Discarded => db.DeadLetters.Where(letter => letter.DiscardedAt != null);

    /// <summary>The columns that say whether a message can be sent again, without the message.</summary>
    /// <returns>Null where there is no such message.</returns>
    internal Task<Redrivable?> CanBeRedrivenAsync(long id, CancellationToken cancellationToken) =>
        db
            .DeadLetters.Where(letter => letter.Id == id)
            .Select(letter => new Redrivable(letter.IsTruncated, letter.DiscardedAt != null))
            .SingleOrDefaultAsync(cancellationToken);

    public Task<DeadLetterPage<DeadLetterGroup>> GroupsAsync(int most, CancellationToken cancellationToken) =>
        GroupsAsync(Dead, most, cancellationToken);

    public Task<DeadLetterPage<DeadLetterView>> ListAsync(string fingerprint, int most, CancellationToken cancellationToken) =>
        ListAsync(Dead.Where(letter => letter.Fingerprint == fingerprint), "dead", null, most, cancellationToken);

    public async Task<DeadLetterContent?> FindAsync(long id, CancellationToken cancellationToken) =>
        await db.DeadLetters.AsNoTracking().SingleOrDefaultAsync(letter => letter.Id == id, cancellationToken) is { } letter
            ? new DeadLetterContent(
                ViewOf(letter, StateOf(letter)),
                letter.ContentType,
                letter.Headers,
                Encoding.UTF8.GetString(letter.Body)
            )
            : null;

    /// <summary>One statement: whoever goes away while it runs has redriven all of them or none.</summary>
    /// <param name="id">One; null is all, or all of the fingerprint.</param>
    /// <param name="fingerprint">Of the fault.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<int> RedriveAsync(long? id, string? fingerprint, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        var letters = id is null ? Dead : db.DeadLetters.Where(letter => letter.Id == id && letter.DiscardedAt == null);
        return letters
            .Where(letter => !letter.IsTruncated && (fingerprint == null || letter.Fingerprint == fingerprint))
            .ExecuteUpdateAsync(update => update.SetProperty(letter => letter.DueAt, now), cancellationToken);
    }

    /// <returns>False where there is no such message.</returns>
    public async Task<bool> DiscardAsync(long id, string reason, string by, CancellationToken cancellationToken)
    {
        await DiscardAsync(db.DeadLetters.Where(letter => letter.Id == id && letter.DiscardedAt == null), reason, by, cancellationToken);
        return await db.DeadLetters.AnyAsync(letter => letter.Id == id, cancellationToken);
    }

    /// <summary>All that failed in the same way; one statement, as a redrive is.</summary>
    /// <returns>How many.</returns>
    public Task<int> DiscardGroupAsync(string fingerprint, string reason, string by, CancellationToken cancellationToken) =>
        DiscardAsync(Dead.Where(letter => letter.Fingerprint == fingerprint), reason, by, cancellationToken);

    /// <summary>One line for each fault, the latest first.</summary>
    internal static async Task<DeadLetterPage<DeadLetterGroup>> GroupsAsync(
        IQueryable<DeadLetter> letters,
        int most,
        CancellationToken cancellationToken
    )
    {
        var groups = await letters
            .GroupBy(letter => letter.Fingerprint)
            .Select(group => new
            {
                group.Key,
                Reason = group.Max(each => each.Reason),
                Letters = group.Count(),
                First = group.Min(each => each.FirstAt),
                Last = group.Max(each => each.LastAt),
            })
            .OrderByDescending(group => group.Last)
            .Take(most)
            .ToListAsync(cancellationToken);
        return new(groups.ConvertAll(group => new DeadLetterGroup(group.Key, group.Reason!, group.Letters, group.First, group.Last)), null);
    }

    internal static async Task<DeadLetterPage<DeadLetterView>> ListAsync(
        IQueryable<DeadLetter> letters,
        string state,
        long? after,
        int most,
        CancellationToken cancellationToken
    )
    {
        var page = await letters
            .AsNoTracking()
            .Where(letter => after == null || letter.Id < after)
            .OrderByDescending(letter => letter.Id)
            .Take(most)
            .Select(letter => ViewOf(letter, state))
            .ToListAsync(cancellationToken);
        return new(page, page.Count == most ? page[^1].Id : null);
    }

    private Task<int> DiscardAsync(IQueryable<DeadLetter> letters, string reason, string by, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return letters.ExecuteUpdateAsync(
            update =>
                update
                    .SetProperty(letter => letter.DiscardedAt, now)
                    .SetProperty(letter => letter.DiscardedBy, by)
                    .SetProperty(letter => letter.DiscardReason, reason)
                    .SetProperty(letter => letter.DueAt, (DateTimeOffset?)null),
            cancellationToken
        );
    }

    private static string StateOf(DeadLetter letter) =>
        letter.DiscardedAt is not null ? "discarded"
        : letter.DueAt is null ? "dead"
        : "waiting";

    private static DeadLetterView ViewOf(DeadLetter letter, string state) =>
        new(
            letter.Id,
            state,
            letter.Consumer,
            letter.MessageType,
            letter.MessageId,
            letter.Reason,
            letter.Fingerprint,
            letter.FirstAt,
            letter.LastAt,
            letter.Count,
            letter.DueAt,
            letter.IsTruncated,
            letter.DiscardedBy,
            letter.DiscardReason
        );
}
