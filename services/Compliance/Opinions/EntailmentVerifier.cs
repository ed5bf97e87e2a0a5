using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Rules.Claims;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Compliance.Texts;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Opinions;

/// <summary>Asks a model that answers yes or no, once for each sentence that no rule has settled, with the place of the source that decides
/// it. What it does not answer stays as it was.</summary>
internal sealed class EntailmentVerifier(
    IOptions<OpinionOptions> options,
    OpinionLedger ledger,
    TimeProvider time,
    ILogger<EntailmentVerifier> logger
) : IVerifier
{
    // Room for "Yes." with what some models put around it.
    private static readonly ChatOptions Request = new() { Temperature = 0, MaxOutputTokens = 16 };
    private readonly OpinionModel? _model = options.Value.IsSet ? OpinionModel.Connect(options.Value, time) : null;

    public async Task<Opinion?> AskAsync(ScreeningInput input, CancellationToken cancellationToken)
    {
        if (_model is null || input.Policy.IsOff(OpinionRule.Name))
        {
            return null;
        }

        var (doubts, backed, outcome) = (new List<Doubt>(), new List<Backing>(), (string?)null);
        // A screening waits no longer for all of them than for one answer of a chat model.
        var patience = time.GetUtcNow() + options.Value.Timeout;
        foreach (var (index, sentence) in input.Sentences.Index().Where(sentence => IsOpen(sentence.Item)))
        {
            (var answer, outcome) =
                time.GetUtcNow() > patience ? (null, ModelFault.Slow) : await AskAsync(_model, sentence, input, cancellationToken);
            if (answer == false)
            {
                doubts.Add(new Doubt(index, Text.Get("opinion.no", Text.Chinese)));
            }
            else if (answer == true && sentence.Check.Evidence is [var span, ..])
            {
                backed.Add(new Backing(index, span.Text));
            }
            else if (answer is null && outcome is not Invalid)
            {
                break;
            }
        }

        return ToOpinion(doubts, backed, outcome);
    }

    private const string Invalid = "invalid";

    private static bool IsOpen(GroundedSentence sentence) => sentence.Check.State is SentenceState.Unchecked or SentenceState.Matched;

    private Opinion? ToOpinion(List<Doubt> doubts, List<Backing> backed, string? outcome)
    {
        if (outcome is null)
        {
            return null;
        }

        ComplianceMetrics.Asked(
            doubts.Count > 0 ? "doubts"
            : backed.Count > 0 ? "backed"
            : outcome
        );
        return doubts.Count + backed.Count == 0
            ? null
            : new Opinion(options.Value.Model!, EntailmentPrompt.Name, doubts) { Backed = backed };
    }

    private async Task<(bool? Answer, string Outcome)> AskAsync(
        OpinionModel model,
        GroundedSentence sentence,
        ScreeningInput input,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (!await ledger.HasRoomAsync(cancellationToken))
            {
                return Nothing("ceiling", input, cause: null);
            }

            var messages = EntailmentPrompt.For(sentence, input, options.Value.ContextLength);
            var answer = await model.AnswerAsync(messages, Request, cancellationToken);
            await ledger.RecordAsync(options.Value.Model!, answer.Usage, cancellationToken);
            return EntailmentPrompt.Read(answer.Text) is { } entailed
                ? (entailed, entailed ? "backed" : "doubts")
                : Nothing(answer.Text.Length == 0 ? "refused" : Invalid, input, cause: null);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return Nothing(ModelFault.OutcomeOf(error), input, error);
        }
    }

    private (bool? Answer, string Outcome) Nothing(string outcome, ScreeningInput input, Exception? cause)
    {
        ModelFault.Tell(logger, input.Snapshot.ItemId, outcome, cause);
        return (null, outcome);
    }
}
