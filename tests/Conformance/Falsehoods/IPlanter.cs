using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>Makes one kind of falsehood out of true summaries.</summary>
internal interface IPlanter
{
    /// <summary>The key of its figures.</summary>
    string Kind { get; }

    IEnumerable<Planted> Plant(Summarized truth, Others others, Random random);
}

/// <summary>A false summary.</summary>
/// <param name="Lie">As it is screened.</param>
/// <param name="What">What was changed, for the list of misses.</param>
internal sealed record Planted(Summarized Lie, string What)
{
    /// <summary>What replaces the true words; null where nothing was put in place of anything.</summary>
    public string? By { get; init; }

    /// <summary>Index of the sentence that was changed; null where it was the source.</summary>
    public int? Sentence { get; init; }

    /// <summary>The source has it as well, elsewhere.</summary>
    public bool IsPresent => By is not null && Lie.Snapshot.Text.Contains(By.Trim('`', ' '), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The summaries of other threads, which lend their names and sentences.</summary>
internal sealed record Others(IReadOnlyList<Summarized> Summaries, IReadOnlyList<string> Names);

/// <summary>Changes a piece of one sentence.</summary>
internal abstract class SentencePlanter : IPlanter
{
    private const int MostInSentence = 2;

    public abstract string Kind { get; }

    public IEnumerable<Planted> Plant(Summarized truth, Others others, Random random)
    {
        foreach (var (index, claim) in truth.Content.Claims.Index())
        {
            var changes = Changes(claim, truth.Snapshot, others, random)
                .Where(change => change.By.Length != 0 && !change.By.Equals(change.Piece.Value, StringComparison.OrdinalIgnoreCase))
                .ToArray();
            random.Shuffle(changes);
            foreach (var (piece, by) in changes.Take(MostInSentence))
            {
                var sentence = claim.Sentence[..piece.Index] + by + claim.Sentence[(piece.Index + piece.Length)..];
                yield return new Planted(
                    truth.With(index, claim with { Sentence = sentence }),
                    $"{piece.Value} -> {by} [{(claim.Quote is null ? "no quote" : "quote")}]: {sentence}"
                )
                {
                    By = by,
                    Sentence = index,
                };
            }
        }
    }

    protected abstract IEnumerable<(Match Piece, string By)> Changes(Claim claim, Snapshot source, Others others, Random random);
}
