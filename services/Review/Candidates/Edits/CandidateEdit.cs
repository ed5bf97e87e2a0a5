using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Candidates.Edits;

/// <summary>What an edit makes of a candidate's texts, whichever way it came in.</summary>
internal static class CandidateEdit
{
    /// <summary>Characters of a summary.</summary>
    public const int LongestSummary = 4000;

    private const int LongestTitle = 300;
    private const int LongestLine = 200;
    private const int MostTerms = 10;

    extension(EditRequest edit)
    {
        /// <summary>Of a form or a file, which shows every text: only what differs from what stood there is an edit.</summary>
        public static EditRequest Of(
            SummaryContent shown,
            string title,
            string summary,
            string? oneLiner,
            string? analogy,
            string? terms,
            bool keepRest = false
        ) =>
            new(
                title == shown.Title ? null : title,
                summary == shown.Text ? null : summary,
                Changed(shown.OneLiner, oneLiner),
                Changed(shown.Analogy, analogy),
                Changed(TermLine.Write(shown.Terms), terms) is { } line ? TermLine.Read(line) : null,
                keepRest
            );

        public static EditRequest Of(SummaryContent shown, PackEntry entry) =>
            EditRequest.Of(shown, entry.Title, entry.Summary, entry.OneLiner, entry.Analogy, entry.Terms);

        public bool IsEmpty => edit is { Title: null, Summary: null, OneLiner: null, Analogy: null, Terms: null };

        /// <returns>Why these texts cannot be taken, or null.</returns>
        public ProblemHttpResult? Problem() =>
            edit.IsEmpty
            || IsBad(edit.Title, LongestTitle)
            || IsBad(edit.Summary, LongestSummary)
            || edit.OneLiner?.Length > LongestLine
            || edit.Analogy?.Length > LongestLine
            || edit.Terms?.Count > MostTerms
            || edit.Terms?.Any(term => IsBad(term.Name ?? "", LongestLine) || IsBad(term.Explanation ?? "", LongestLine)) == true
                ? Problems.Of(StatusCodes.Status422UnprocessableEntity, "edit.length")
                : null;

        /// <summary>One-liner, analogy and terms of another summary do not silently stay.</summary>
        public SummaryContent Of(SummaryContent before)
        {
            var summary = edit.Summary is null ? before.Text : PlainText.Line(edit.Summary, LongestSummary);
            var stays = edit.KeepRest || summary == before.Text;
            return before with
            {
                Title = edit.Title is null ? before.Title : PlainText.Line(edit.Title, LongestTitle),
                Text = summary,
                OneLiner = Line(edit.OneLiner, before.OneLiner, stays),
                Analogy = Line(edit.Analogy, before.Analogy, stays),
                Terms =
                    edit.Terms is { } terms ? [.. terms.Select(Clean)]
                    : stays ? before.Terms
                    : [],
                Claims = [],
            };
        }
    }

    private static string? Changed(string? shown, string? given) => (given ?? "") == (shown ?? "") ? null : given ?? "";

    private static bool IsBad(string? text, int longest) => text is not null && (text.Length > longest || string.IsNullOrWhiteSpace(text));

    private static string? Line(string? edited, string? before, bool stays) =>
        edited is null
            ? stays
                ? before
                : null
            : PlainText.Line(edited, LongestLine) is { Length: > 0 } line
                ? line
                : null;

    // A separator inside of a term would make two of it when the pack's file is read back.
    private static Term Clean(Term term) =>
        new()
        {
            Name = PlainText.Line(term.Name, LongestLine).Replace('；', '，').Replace('：', ' '),
            Explanation = PlainText.Line(term.Explanation, LongestLine).Replace('；', '，'),
        };
}
