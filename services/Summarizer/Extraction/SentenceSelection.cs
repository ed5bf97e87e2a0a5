using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>
/// Picks the few passages that together say most of what the text has to say. Each passage lends its weight to its words; a word counts
/// once, however many of the picked passages have it. A passage that leans on the one before it brings that along.
/// </summary>
internal static class SentenceSelection
{
    private const int Most = 4;
    private const int EnglishCharacters = 1_000;
    private const int ChineseCharacters = 400;
    private const double NewRole = 0.05;
    private const double FirstFix = 0.15;
    private const double TooAlike = 0.6;

    /// <returns>At most four passages in the order of the source; never so many characters that nobody reads them.</returns>
    public static IReadOnlyList<Passage> Pick(Passages passages, IReadOnlyList<double> scores, string language) =>
        Pick(passages, scores, Most, language == Language.Chinese ? ChineseCharacters : EnglishCharacters);

    /// <param name="passages">All of the text.</param>
    /// <param name="scores">Of each, as <see cref="Ranking"/> gives them.</param>
    /// <param name="most">Passages.</param>
    /// <param name="room">Characters.</param>
    /// <returns>In the order of the source.</returns>
    public static IReadOnlyList<Passage> Pick(Passages passages, IReadOnlyList<double> scores, int most, int room)
    {
        var shares = Shares(scores);
        var content = new WeighedWords(passages, shares);
        var picked = new List<Passage>();
        var taken = new HashSet<int>();
        var alike = new bool[passages.Count];
        var roles = Roles.None;
        Passage Whole(Passage passage) => passage.Completed is { } whole && !taken.Contains(passage.Index - 1) ? whole : passage;
        while (picked.Count < most)
        {
            var best = passages
                .Where(passage => !taken.Contains(passage.Index) && !alike[passage.Index] && Whole(passage).Text.Length <= room)
                .MaxBy(passage =>
                    shares[passage.Index] + content.Uncovered(passage.Index) + Novelty(passage, roles) + Resolution(passage, picked)
                );
            if (best is null)
            {
                break;
            }

            var whole = Whole(best);
            foreach (var covered in whole == best ? [best.Index] : new[] { best.Index - 1, best.Index })
            {
                taken.Add(covered);
                content.Cover(covered);
            }

            picked.Add(whole);
            MarkAlike(passages, whole, alike);
            roles |= best.Tells;
            room -= whole.Text.Length + 1;
        }

        return [.. picked.OrderBy(passage => passage.Index)];
    }

    /// <returns>How likely a sentence of the summary is each of them; together 1.</returns>
    private static double[] Shares(IReadOnlyList<double> scores)
    {
        var most = scores.DefaultIfEmpty().Max();
        double[] odds = [.. scores.Select(score => Math.Exp(score - most))];
        var sum = odds.Sum();
        return [.. odds.Select(each => each / sum)];
    }

    private static double Novelty(Passage passage, Roles told) => (passage.Tells & ~told) != 0 ? NewRole : 0;

    // If anything says how a discussion ended, it is a comment.
    private static double Resolution(Passage passage, List<Passage> picked) =>
        passage.Section.Kind == SectionKind.Comment
        && (passage.Tells & Roles.Fix) != 0
        && picked.All(other => other.Section.Kind != SectionKind.Comment)
            ? FirstFix
            : 0;

    /// <summary>Marks those that say about the same as the one.</summary>
    private static void MarkAlike(Passages passages, Passage one, bool[] alike)
    {
        var words = new bool[passages.Vocabulary.Count];
        foreach (var word in one.Words.Stems)
        {
            words[word] = true;
        }

        foreach (var other in passages)
        {
            var common = 0;
            foreach (var word in other.Words.Stems)
            {
                common += words[word] ? 1 : 0;
            }

            alike[other.Index] |= (double)common / Math.Max(1, Math.Min(one.Words.Stems.Length, other.Words.Stems.Length)) >= TooAlike;
        }
    }
}
