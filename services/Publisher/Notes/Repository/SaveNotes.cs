using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>One attempt: commits what was written, then pushes what was committed.</summary>
/// <remarks>Replicas take turns by a lease in the database; none is held open while git runs.</remarks>
internal sealed class SaveNotes(
    PublisherDb db,
    VaultRepository repository,
    CommitNotes commit,
    PushNotes push,
    IOptions<GitOptions> options,
    TimeProvider time,
    ILogger<SaveNotes> logger
)
{
    // More commands than one attempt runs against a remote that does not answer.
    private const int CommandsOfLease = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Another attempt, soon.</summary>
    public static Task AskForAsync(PublisherDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO repository_states (id, next_at, failures, own_commits) VALUES ({RepositoryState.OnlyId}, {now}, 0, ARRAY[]::text[])
            ON CONFLICT (id) DO UPDATE SET next_at = excluded.next_at
            """,
            cancellationToken
        );

    /// <returns>Whether something was due.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + (options.Value.TimeLimit * CommandsOfLease);
        var claimed = await db
            .RepositoryStates.Where(each => each.NextAt <= now && (each.LeasedUntil == null || each.LeasedUntil < now))
            .ExecuteUpdateAsync(update => update.SetProperty(each => each.LeasedUntil, until), cancellationToken);
        if (claimed == 0)
        {
            return false;
        }

        var state = await db.RepositoryStates.SingleAsync(cancellationToken);
        var asked = state.NextAt!.Value;
        try
        {
            await RunAsync(state, cancellationToken);
            Succeeded(state);
        }
        catch (RepositoryException failure)
        {
            Failed(state, failure);
        }

        state.LeasedUntil = null;
        await db.SaveChangesAsync(CancellationToken.None);
        await PlanAsync(state, asked, cancellationToken);
        return true;
    }

    private async Task RunAsync(RepositoryState state, CancellationToken cancellationToken)
    {
        var branch = await repository.OpenAsync(cancellationToken);
        foreach (var notes in await db.UncommittedNotes.OrderBy(each => each.Date).ToListAsync(cancellationToken))
        {
            branch = await commit.RunAsync(branch, notes, made => KeepAsync(state, made, cancellationToken), cancellationToken);
            // Written once more meanwhile: it is committed once more.
            await db
                .UncommittedNotes.Where(each => each.Date == notes.Date && each.WrittenAt == notes.WrittenAt)
                .ExecuteDeleteAsync(cancellationToken);
        }

        if (options.Value.HasRemote)
        {
            await push.RunAsync(branch, state.OwnCommits, cancellationToken);
            (state.OwnCommits, state.PushedAt) = ([], time.GetUtcNow());
        }
    }

    /// <summary>Known as ours before the branch moves to it.</summary>
    private async Task KeepAsync(RepositoryState state, string made, CancellationToken cancellationToken)
    {
        (state.Commit, state.CommittedAt) = (made, time.GetUtcNow());
        if (options.Value.HasRemote)
        {
            state.OwnCommits = [.. state.OwnCommits, made];
        }

        await db.SaveChangesAsync(cancellationToken);
        PublisherMetrics.Committed();
    }

    private void Succeeded(RepositoryState state)
    {
        if (state.Fault is not null)
        {
            logger.LogInformation("The vault's notes are committed again, and at the remote where one is configured.");
        }

        (state.Fault, state.Reason, state.FailingSince, state.Failures) = (null, null, null, 0);
    }

    private void Failed(RepositoryState state, RepositoryException failure)
    {
        if (state.Reason != failure.Message)
        {
            logger.LogWarning(
                "The vault's notes are not saved in git, it is tried again ({Fault}): {Reason}",
                failure.Fault,
                failure.Message
            );
        }

        (state.Fault, state.Reason, state.Failures) = (failure.Fault, failure.Message, state.Failures + 1);
        state.FailingSince ??= time.GetUtcNow();
        PublisherMetrics.NotSaved(failure.Fault);
    }

    /// <summary>What was written meanwhile has asked for another attempt, which stays.</summary>
    private async Task PlanAsync(RepositoryState state, DateTimeOffset asked, CancellationToken cancellationToken)
    {
        var next = state.Fault is null
            ? (DateTimeOffset?)null
            : time.GetUtcNow() + Backoff.After(state.Failures, FirstPause, options.Value.LongestPause);
        await db
            .RepositoryStates.Where(each => each.NextAt == asked)
            .ExecuteUpdateAsync(update => update.SetProperty(each => each.NextAt, next), cancellationToken);
    }
}
