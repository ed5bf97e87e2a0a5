using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.Extensions.AI;
using NewsEducator.Compliance.Grounding;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Opinions;

/// <summary>What the model is asked for; its JSON schema goes with the request.</summary>
internal sealed record OpinionAnswer
{
    public const int LongestReason = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static readonly ChatResponseFormat Format = ChatResponseFormat.ForJsonSchema<OpinionAnswer>(Json, "opinion");

    public required IReadOnlyList<SentenceOpinion> Sentences { get; init; }

    /// <param name="text">As the model wrote it.</param>
    /// <param name="sentences">How many it was asked about.</param>
    /// <returns>Null unless it speaks of each sentence once and gives a reason for each doubt.</returns>
    public static Judgement? Read(string text, int sentences)
    {
        // As an element of a list the serializer lets null through.
        List<SentenceOpinion> answers = [.. (Parse(text)?.Sentences ?? []).OfType<SentenceOpinion>()];
        var isWhole = answers.Select(answer => answer.Sentence).Order().SequenceEqual(Enumerable.Range(1, sentences));
        List<Doubt> doubts = [.. answers.Where(answer => !answer.Backed).OrderBy(answer => answer.Sentence).Select(ToDoubt)];
        return isWhole && doubts.TrueForAll(doubt => doubt.Reason.Length > 0)
            ? new Judgement(
                doubts,
                [
                    .. from answer in answers
                    where answer.Backed && answer.Evidence is { Length: > 0 }
                    select new Backing(answer.Sentence - 1, answer.Evidence),
                ]
            )
            : null;
    }

    /// <summary>What an answer says, sentence by sentence.</summary>
    internal sealed record Judgement(IReadOnlyList<Doubt> Doubts, IReadOnlyList<Backing> Backed);

    private static Doubt ToDoubt(SentenceOpinion answer) => new(answer.Sentence - 1, PlainText.Line(answer.Reason, LongestReason));

    // Models wrap JSON in ```json even where they are bound to a schema.
    private static string WithoutFence(string text)
    {
        var bare = text.Trim();
        return
            bare.StartsWith("```", StringComparison.Ordinal)
            && bare.EndsWith("```", StringComparison.Ordinal)
            && bare.IndexOf('\n', StringComparison.Ordinal) is > 0 and var line
            && bare.Length > line + 3
            ? bare[(line + 1)..^3]
            : text;
    }

    private static OpinionAnswer? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<OpinionAnswer>(WithoutFence(text), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Sentence">Its number, from one on.</param>
/// <param name="Reason">Why it is doubted; empty of one that is backed.</param>
/// <param name="Evidence">The source's words that back it; empty of one that is doubted.</param>
internal sealed record SentenceOpinion(
    int Sentence,
    bool Backed,
    [property: StringLength(OpinionAnswer.LongestReason)] string Reason,
    string Evidence = ""
);
