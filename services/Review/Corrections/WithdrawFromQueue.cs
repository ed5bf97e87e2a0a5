using Microsoft.Extensions.Options;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Corrections;

/// <summary>An editor takes the item back instead of correcting it; another one confirms that where two are needed.</summary>
internal sealed class WithdrawFromQueue(
    ChangeCorrection changes,
    CorrectionMessages messages,
    IOptions<ReviewOptions> options,
    TimeProvider time
)
{
    // As the Publisher names them in its events.
    private static readonly string[] Kinds = ["Retraction", "Takedown"];

    /// <summary>Retracts the item or takes it down; where a second person is needed, the next call, of another editor, confirms
    /// it.</summary>
    public Task<CorrectionResult> WithdrawAsync(SeenCorrection seen, WithdrawalRequest request, CancellationToken cancellationToken) =>
        changes.ApplyAsync(
            seen,
            async correction =>
            {
                if (!Kinds.Contains(request.Kind))
                {
                    return Problems.Of(StatusCodes.Status422UnprocessableEntity, "correction.kind-unknown");
                }

                if (ChangeCorrection.ReasonProblem(request.Reason) is { } problem)
                {
                    return problem;
                }

                await changes.DropDraftAsync(correction, cancellationToken);
                var asked = new WithdrawalView(request.Kind, PlainText.Line(request.Reason), seen.Who.Name, time.GetUtcNow());
                correction.Withdraw(asked, request.NeedsSecond || options.Value.FourEyes);
                if (correction.NeedsSecond)
                {
                    await changes.RecordAsync(correction, HistoryAction.WithdrawalProposed, asked.Reason, seen.Who, cancellationToken);
                }
                else
                {
                    await SendAsync(correction, asked, seen.Who, seen.Who.Name, cancellationToken);
                }

                return null;
            },
            cancellationToken
        );

    public Task<CorrectionResult> ConfirmAsync(SeenCorrection seen, CancellationToken cancellationToken) =>
        changes.ApplyAsync(
            seen,
            async correction =>
            {
                if (correction is not { State: CorrectionState.AwaitsSecond, Withdrawal: { } asked })
                {
                    return Problems.Conflict("correction.nothing-to-confirm");
                }

                if (asked.By == seen.Who.Name)
                {
                    return Problems.Conflict("correction.second-self");
                }

                await SendAsync(correction, asked, seen.Who, $"{asked.By}, {seen.Who.Name}", cancellationToken);
                return null;
            },
            cancellationToken
        );

    private async Task SendAsync(
        Correction correction,
        WithdrawalView asked,
        Actor who,
        string approvedBy,
        CancellationToken cancellationToken
    )
    {
        correction.Send(approvedBy, time.GetUtcNow());
        messages.Send(correction, asked);
        await changes.RecordAsync(correction, HistoryAction.Withdrawn, asked.Reason, who, cancellationToken);
    }
}
