using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Signing;

namespace NewsEducator.Review.Corrections;

/// <summary>An editor takes the item back instead of correcting it; another one confirms that where two are needed.</summary>
internal sealed class WithdrawFromQueue(
    ReviewDb db,
    ChangeCorrection changes,
    SigningKey key,
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
                await SendOrWaitAsync(correction, seen.Who, seen.Who.Name, cancellationToken);
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

                correction.Send();
                await SendOrWaitAsync(correction, seen.Who, $"{asked.By}, {seen.Who.Name}", cancellationToken);
                return null;
            },
            cancellationToken
        );

    private async Task SendOrWaitAsync(Correction correction, Actor who, string approvedBy, CancellationToken cancellationToken)
    {
        var (asked, isSent) = (correction.Withdrawal!, correction.State == CorrectionState.Sent);
        if (isSent)
        {
            var message = new WithdrawalApproved
            {
                CorrectionId = correction.Id,
                ItemId = correction.ItemId,
                Kind = asked.Kind,
                Reason = asked.Reason,
                ApprovedBy = approvedBy,
                ApprovedAt = time.GetUtcNow(),
            };
            db.Publish(message with { Signature = key.Sign(SignedText.Of(message)) });
        }

        await changes.RecordAsync(
            correction,
            isSent ? HistoryAction.Withdrawn : HistoryAction.WithdrawalProposed,
            asked.Reason,
            who,
            cancellationToken
        );
    }
}
