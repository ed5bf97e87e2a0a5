using MassTransit;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Screenings;

/// <summary>Screens what a reviewer changed, by the same rules as any other text.</summary>
internal sealed class ScreenEdit(Screener screener) : IConsumer<CandidateEdited>
{
    public Task Consume(ConsumeContext<CandidateEdited> context)
    {
        var message = context.Message;
        return screener.ScreenAsync(
            new Screener.Request(
                message.CandidateId,
                message.Source,
                message.Summary,
                ItemScreened.ByReviewer,
                message.Revision,
                message.Submission
            )
            {
                UpdateOf = message.UpdateOf,
                Related = message.Related,
            },
            context.CancellationToken
        );
    }
}
