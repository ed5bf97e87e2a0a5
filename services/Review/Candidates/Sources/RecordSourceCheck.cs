using MassTransit;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Queue;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs.Releases;

namespace NewsEducator.Review.Candidates.Sources;

/// <summary>What a look found: a source that was taken back marks its candidate; one that did not answer shows its age; a held release may
/// wait for it.</summary>
internal sealed class RecordSourceCheck(ReviewDb db, MarkWithdrawn withdrawn, AwaitSources awaited) : IConsumer<SourceChecked>
{
    public async Task Consume(ConsumeContext<SourceChecked> context)
    {
        var message = context.Message;
        if (await db.Candidates.FindAsync([message.CandidateId], context.CancellationToken) is not { Look: { } look } candidate)
        {
            return;
        }

        look.Record(message);
        if (message.Withdrawn is { } detail)
        {
            await withdrawn.MarkAsync(candidate, detail, message.CheckedAt, context.CancellationToken);
        }

        await awaited.AnsweredAsync(candidate, look, context.CancellationToken);
    }
}
