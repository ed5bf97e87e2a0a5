using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Digests;

/// <summary>Tells Review and Compliance what became of a release. The caller saves.</summary>
internal sealed class AnswerRelease(PublisherDb db, JudgeItems judge, IOptions<PublisherOptions> options)
{
    public void Tell(Release release, Digest? digest, IEnumerable<ApprovedItem> published, IReadOnlyList<string> refused) =>
        db.Publish(AnswerOf(release, digest, published, refused));

    /// <summary>Once more, for whoever never learned of it. What was withdrawn meanwhile does not count as published.</summary>
    public async Task TellAgainAsync(Release release, DateTimeOffset? sentAgainAt, CancellationToken cancellationToken)
    {
        var arrived = await db.ApprovedItems.Where(item => item.PackId == release.PackId && item.IsSigned).ToListAsync(cancellationToken);
        var digest = await db
            .Digests.Include(digest => digest.Items)
            .FirstOrDefaultAsync(digest => digest.PackId == release.PackId, cancellationToken);
        var accepted = arrived.Where(item => digest?.Items.Exists(each => each.CandidateId == item.CandidateId) == true).ToList();
        var refused = await judge.RefusalsAsync(release, arrived.Except(accepted), cancellationToken);
        var answer = AnswerOf(release, digest, accepted, [.. refused]);
        var withdrawn = digest?.Withdrawn().Select(item => item.CandidateId) ?? [];
        db.Publish(answer with { Candidates = [.. answer.Candidates.Except(withdrawn)], SentAgainAt = sentAgainAt });
    }

    private PackPublished AnswerOf(Release release, Digest? digest, IEnumerable<ApprovedItem> published, IReadOnlyList<string> refused)
    {
        var candidates = published.Select(item => item.CandidateId).ToList();
        return new PackPublished
        {
            PackId = release.PackId,
            PackDate = release.PackDate,
            DigestUrl = digest is null ? null : options.Value.AddressOf(digest.Date),
            Published = candidates.Count,
            Candidates = candidates,
            Refused = refused,
            PublishedAt = release.PublishedAt!.Value,
        };
    }
}
