using MassTransit;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Screenings;

/// <summary>Screens a summary that an engine or a foreign pack wrote.</summary>
internal sealed class ScreenSummary(Screener screener) : IConsumer<ItemSummarized>
{
    public Task Consume(ConsumeContext<ItemSummarized> context)
    {
        var message = context.Message;
        return screener.ScreenAsync(
            new Screener.Request(message.CandidateId, message.Source, message.Summary, message.Engine, message.Revision, message.Submission)
            {
                UpdateOf = message.UpdateOf,
                Related = message.Related,
                SentAgainAt = message.SentAgainAt,
            },
            context.CancellationToken
        );
    }
}
