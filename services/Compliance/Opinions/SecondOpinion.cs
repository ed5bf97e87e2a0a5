using System.ClientModel;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Rules;
using NewsEducator.Compliance.Screenings;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace NewsEducator.Compliance.Opinions;

/// <summary>Asks a model what it thinks of a summary. Whatever becomes of that, the screening goes on.</summary>
internal sealed class SecondOpinion(IOptions<OpinionOptions> options, OpinionLedger ledger, TimeProvider time, ILogger<SecondOpinion> logger) : IVerifier
{
    private readonly OpinionModel? _model = options.Value.IsSet ? OpinionModel.Connect(options.Value, time) : null;

    /// <returns>Null where nobody was asked, or nothing came of it.</returns>
    public async Task<Opinion?> AskAsync(ScreeningInput input, CancellationToken cancellationToken)
    {
        if (_model is null || input.Policy.IsOff(OpinionRule.Name) || input.Sentences.Count == 0)
        {
            return null;
        }

        var (outcome, judgement) = await AskAsync(_model, input, cancellationToken);
        ComplianceMetrics.Asked(outcome);
        return judgement is null ? null : new Opinion(options.Value.Model!, OpinionPrompt.Name, judgement.Doubts) { Backed = judgement.Backed };
    }

    private async Task<(string Outcome, OpinionAnswer.Judgement? Judgement)> AskAsync(OpinionModel model, ScreeningInput input, CancellationToken cancellationToken)
    {
        if (input.Snapshot.Text.Length > options.Value.MaxSourceLength)
        {
            return Nothing("too-long", input, cause: null);
        }

        try
        {
            if (!await ledger.HasRoomAsync(cancellationToken))
            {
                return Nothing("ceiling", input, cause: null);
            }

            var answer = await model.AnswerAsync(OpinionPrompt.For(input), cancellationToken);
            await ledger.RecordAsync(options.Value.Model!, answer.Usage, cancellationToken);
            var text = answer.Text;
            return OpinionAnswer.Read(text, input.Sentences.Count) is { } judgement
                ? (judgement.Doubts.Count > 0 ? "doubts" : "backed", judgement)
                : Nothing(text.Length == 0 ? "refused" : "invalid", input, cause: null);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return Nothing(OutcomeOf(error), input, error);
        }
    }

    // The words of an error are the model's server's, which may repeat the source in them.
    private (string Outcome, OpinionAnswer.Judgement? Judgement) Nothing(string outcome, ScreeningInput input, Exception? cause)
    {
        logger.LogWarning(
            "No second opinion on {ItemId}: {Outcome} {Error} {Status}", input.Snapshot.ItemId, outcome, cause?.GetType().Name, (cause as ClientResultException)?.Status);
        return (outcome, null);
    }

    private static string OutcomeOf(Exception error) => error switch
    {
        TimeoutRejectedException => "slow",
        BrokenCircuitException => "left-alone",
        _ => "failed",
    };
}
