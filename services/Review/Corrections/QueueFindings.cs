using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Corrections;

/// <summary>What the product or a reader finds wrong with a published item becomes an entry of the queue. Nothing is corrected by
/// itself.</summary>
internal sealed class QueueFindings(ReviewDb db) : IConsumer<EvidenceLost>, IConsumer<ItemWithdrawn>, IConsumer<ErrorReported>
{
    // Readers may tell of one item again and again; beyond this many nobody learns anything new.
    private const int MostReportsOfItem = 50;

    public async Task Consume(ConsumeContext<EvidenceLost> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        if (await PublishedItem.FindAsync(db, message.CandidateId, cancellationToken) is { } published)
        {
            (await OfSourceAsync(published, CorrectionOrigin.SourceChanged, message.FoundAt, cancellationToken)).Lose(message);
        }
    }

    public async Task Consume(ConsumeContext<ItemWithdrawn> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        var candidates = await db
            .Candidates.Where(candidate => candidate.Url == message.Url && candidate.State == CandidateState.Approved)
            .Select(candidate => candidate.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in candidates)
        {
            if (await PublishedItem.FindAsync(db, id, cancellationToken) is { } published)
            {
                (await OfSourceAsync(published, CorrectionOrigin.SourceWithdrawn, message.WithdrawnAt, cancellationToken)).TakeBackSource(
                    PlainText.Line(message.Detail, ChangeCorrection.LongestNote)
                );
            }
        }
    }

    public async Task Consume(ConsumeContext<ErrorReported> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        var waiting = await db.Corrections.CountAsync(
            each => each.CandidateId == message.CandidateId && each.Origin == CorrectionOrigin.Reader && each.State == CorrectionState.Open,
            cancellationToken
        );
        if (waiting >= MostReportsOfItem || await PublishedItem.FindAsync(db, message.CandidateId, cancellationToken) is not { } published)
        {
            return;
        }

        Add(
            published.Question(
                CorrectionOrigin.Reader,
                message.ReportedAt.ToUniversalTime(),
                sentence: message.Sentence is { Length: > 0 } sentence ? PlainText.Line(sentence, ChangeCorrection.LongestNote) : null,
                note: PlainText.Line(message.Text, ChangeCorrection.LongestNote),
                id: message.ReportId
            )
        );
    }

    /// <summary>The entry of this item's source that nobody has begun to work on, or a new one.</summary>
    private async Task<Correction> OfSourceAsync(
        PublishedItem published,
        CorrectionOrigin origin,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var open = await db
            .Corrections.Where(each => each.CandidateId == published.First.Id && each.State == CorrectionState.Open)
            .ToListAsync(cancellationToken);
        return open.Find(each => each.IsOfSource) ?? Add(published.Question(origin, at.ToUniversalTime()));
    }

    private Correction Add(Correction correction)
    {
        ReviewMetrics.Found(correction.Origin);
        return db.Corrections.Add(correction).Entity;
    }
}
