using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Notes.Repository;

namespace NewsEducator.Publisher.Notes;

/// <summary>What the vault, its repository and the remote lack.</summary>
internal static class ReadVault
{
    private const int MostMissing = 20;

    public static async Task<Ok<VaultView>> Handle(PublisherDb db, IOptions<GitOptions> git, CancellationToken cancellationToken)
    {
        var missing = await db
            .PendingNotes.AsNoTracking()
            .Where(notes => notes.Reason != null)
            .OrderBy(notes => notes.Since)
            .Take(MostMissing)
            .Select(notes => new MissingNotes(notes.Date, notes.Since, notes.Reason!))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new VaultView(missing, git.Value.IsOn ? await RepositoryAsync(db, cancellationToken) : null));
    }

    private static async Task<RepositoryView> RepositoryAsync(PublisherDb db, CancellationToken cancellationToken)
    {
        var state = await db.RepositoryStates.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new RepositoryState();
        return new RepositoryView(
            await db.UncommittedNotes.CountAsync(cancellationToken),
            state.OwnCommits.Count,
            state.Commit,
            state.CommittedAt,
            state.PushedAt,
            state.Fault,
            state.Reason,
            state.FailingSince,
            state.NextAt
        );
    }
}
