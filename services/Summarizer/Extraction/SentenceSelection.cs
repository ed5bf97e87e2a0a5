using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Picks the few passages that together tell the case: what happened, why, and how it ended.</summary>
internal static class SentenceSelection
{
    private const int Most = 4;
    private const int EnglishCharacters = 1_000;
    private const int ChineseCharacters = 400;
    private const double NewRole = 0.15;
    private const double FirstComment = 0.6;
    private const double Likeness = 0.8;
    private const double TooAlike = 0.6;

    /// <returns>At most four passages in the order of the source; never so many characters that nobody reads them.</returns>
    public static IReadOnlyList<Passage> Pick(IReadOnlyList<Passage> passages, IReadOnlyList<double> scores, string language) =>
        Pick(passages, scores, Most, language == Language.Chinese ? ChineseCharacters : EnglishCharacters);

    /// <param name="most">Passages.</param>
    /// <param name="room">Characters.</param>
    /// <returns>In the order of the source.</returns>
    public static IReadOnlyList<Passage> Pick(IReadOnlyList<Passage> passages, IReadOnlyList<double> scores, int most, int room)
    {
        var picked = new List<Passage>();
        var told = Roles.None;
        while (picked.Count < most)
        {
            var best = passages
                .Where(passage => passage.Text.Length <= room && !picked.Any(other => Overlap(passage, other) >= TooAlike))
                .MaxBy(passage => scores[passage.Index] + Novelty(passage, picked, told));
            if (best is null)
            {
                break;
            }

            picked.Add(best);
            told |= best.Tells;
            room -= best.Text.Length + 1;
        }

        return [.. picked.OrderBy(passage => passage.Index)];
    }

    private static double Novelty(Passage passage, List<Passage> picked, Roles told)
    {
        var newRole = (passage.Tells & ~told) != 0 && picked.Count > 0 ? NewRole : 0;
        var newSection =
            passage.Section.Kind == SectionKind.Comment
            && (passage.Tells & Roles.Fix) != 0
            && picked.All(other => other.Section.Kind != SectionKind.Comment)
                ? FirstComment
                : 0;
        return newRole + newSection - (Likeness * picked.Select(other => Overlap(passage, other)).DefaultIfEmpty().Max());
    }

    private static double Overlap(Passage one, Passage other)
    {
        var common = one.Words.Count(other.Words.Contains);
        return (double)common / Math.Max(1, Math.Min(one.Words.Count, other.Words.Count));
    }
}
