using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Sources;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Packs.Releases;

/// <summary>A held release waits for the sources that are in doubt, so that nothing goes out that a second look shows to be gone. It waits
/// no longer than configured: a host in trouble keeps no release for good. The caller saves.</summary>
internal sealed class AwaitSources(ReviewDb db, IOptions<ReviewOptions> review, IOptions<SourceCheckOptions> checks, TimeProvider time)
{
    /// <summary>Asks for the looks that a release needs.</summary>
    public void Ask(Pack pack, DateTimeOffset now)
    {
        foreach (var candidate in pack.Real.Where(candidate => candidate.Choice == Choice.Approve))
        {
            if (candidate.Look is { IsMissing: true } look)
            {
                db.Publish(candidate.AskForSource(now), notBefore: look.UnreachedSince + checks.Value.SecondLook);
            }
            else if (candidate.SourceSeenAt < now - checks.Value.BeforeRelease)
            {
                db.Publish(candidate.AskForSource(now));
            }
        }
    }

    /// <returns>Whether a release whose hold is over waits on.</returns>
    public bool Wait(Pack pack)
    {
        var (numbers, until) = (pack.SourcesInDoubt(), pack.ReleasedAt!.Value + review.Value.ReleaseHold + checks.Value.WaitAtMost);
        if (numbers.Length == 0 || time.GetUtcNow() >= until)
        {
            return false;
        }

        pack.AwaitSources(numbers, until);
        db.Publish(
            new ReleaseDue
            {
                PackId = pack.Id,
                ReleasedAt = pack.ReleasedAt!.Value,
                HasWaited = true,
            },
            notBefore: until
        );
        return true;
    }

    /// <summary>A look at a candidate's source was answered: a held release asks for another one, or needs to wait no longer.</summary>
    public async Task AnsweredAsync(Candidate candidate, SourceLook look, CancellationToken cancellationToken)
    {
        if (candidate is not { PackId: { } packId, Choice: Choice.Approve })
        {
            return;
        }

        var pack = await db.Packs.Include(each => each.Candidates).SingleAsync(each => each.Id == packId, cancellationToken);
        if (pack.HeldUntil is null)
        {
            return;
        }

        // The end of the hold, handled at the same time, sees this answer: one of the two saves and the other starts over.
        pack.Touch();
        if (look.IsMissing)
        {
            var now = time.GetUtcNow();
            db.Publish(candidate.AskForSource(now), notBefore: now + checks.Value.SecondLook);
        }

        if (pack.AwaitedSources.Length == 0)
        {
            return;
        }

        pack.AwaitSources(pack.SourcesInDoubt(), pack.HeldUntil.Value);
        if (pack.AwaitedSources.Length == 0)
        {
            db.Publish(
                new ReleaseDue
                {
                    PackId = pack.Id,
                    ReleasedAt = pack.ReleasedAt!.Value,
                    Look = $"{candidate.Id:N}:{look.Answered}",
                }
            );
        }
    }
}
