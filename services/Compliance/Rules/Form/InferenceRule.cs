using System.Text.RegularExpressions;
using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Form;

/// <summary>A guess is marked as one, and a summary is more than guesses.</summary>
internal sealed partial class InferenceRule : IRule
{
    private const double Most = 0.5;

    public string Id => "text.inference";

    public Severity Severity => Severity.Note;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var guesses = input.Sentences.Count(sentence =>
            sentence.Support == Support.Inference && !sentence.Check.Text.Contains("来源未说明", StringComparison.Ordinal)
        );
        if (input.Sentences.Count > 1 && guesses > Most * input.Sentences.Count)
        {
            yield return new Hit($"{guesses}/{input.Sentences.Count}");
        }

        foreach (var (index, sentence) in input.Sentences.Index())
        {
            if (
                sentence.Support != Support.Inference
                && Guess().Match(sentence.Check.Text) is { Success: true } guess
                && !Hedge().IsMatch(input.Snapshot.Text)
            )
            {
                yield return new Hit(guess.Value) { Sentence = index };
            }
        }
    }

    [GeneratedRegex("可能是因为|大概是|很可能|估计是|想必|推测|看来是|应该是因为")]
    private static partial Regex Guess();

    [GeneratedRegex(
        @"可能|大概|推测|估计|\b(?:may|might|maybe|perhaps|probably|likely|suspect|guess|seems?|appears?|could be)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Hedge();
}
