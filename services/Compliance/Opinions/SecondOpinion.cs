using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Rules.Claims;
using NewsEducator.Compliance.Screenings;

namespace NewsEducator.Compliance.Opinions;

/// <summary>Asks a model what it thinks of a summary. Whatever the answer, the screening goes on.</summary>
internal sealed class SecondOpinion(
    IOptions<OpinionOptions> options,
    OpinionLedger ledger,
    TimeProvider time,
    ILogger<SecondOpinion> logger
) : IVerifier
{
    // Without tools: whatever it is talked into, it can do nothing but answer.
    private static readonly ChatOptions Request = new() { Temperature = 0, ResponseFormat = OpinionAnswer.Format };
    private readonly OpinionModel? _model = options.Value.IsSet ? OpinionModel.Connect(options.Value, time) : null;

    /// <returns>Null if nobody was asked, or there was no answer.</returns>
    public async Task<Opinion?> AskAsync(ScreeningInput input, CancellationToken cancellationToken)
    {
        if (_model is null || input.Policy.IsOff(OpinionRule.Name) || input.Sentences.Count == 0)
        {
            return null;
        }

        var (outcome, judgement) = await AskAsync(_model, input, cancellationToken);
        ComplianceMetrics.Asked(outcome);
        return judgement is null
            ? null
            : new Opinion(options.Value.Model!, OpinionPrompt.Name, judgement.Doubts) { Backed = judgement.Backed };
    }

    private async Task<(string Outcome, OpinionAnswer.Judgement? Judgement)> AskAsync(
        OpinionModel model,
        ScreeningInput input,
        CancellationToken cancellationToken
    )
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

            var answer = await model.AnswerAsync(OpinionPrompt.For(input), Request, cancellationToken);
            await ledger.RecordAsync(options.Value.Model!, answer.Usage, cancellationToken);
            var text = answer.Text;
            return OpinionAnswer.Read(text, input.Sentences.Count) is { } judgement
                ? (judgement.Doubts.Count > 0 ? "doubts" : "backed", judgement)
                : Nothing(text.Length == 0 ? "refused" : "invalid", input, cause: null);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return Nothing(ModelFault.OutcomeOf(error), input, error);
        }
    }

    private (string Outcome, OpinionAnswer.Judgement? Judgement) Nothing(string outcome, ScreeningInput input, Exception? cause)
    {
        ModelFault.Tell(logger, input.Snapshot.ItemId, outcome, cause);
        return (outcome, null);
    }
}
