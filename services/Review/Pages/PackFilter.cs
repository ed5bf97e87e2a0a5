using NewsEducator.Contracts;
using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Pages;

/// <summary>Which candidates of a pack the page shows.</summary>
internal static class PackFilter
{
    /// <param name="candidate">One of the pack's.</param>
    /// <param name="query">Words that all have to be in title, summary, address, type or concept; empty: any.</param>
    /// <param name="show"><c>open</c> or a decision's name; anything else shows all.</param>
    public static bool Matches(CandidateView candidate, string? query, string? show) =>
        IsShown(candidate.Decision, show) && Holds(candidate, query);

    private static bool IsShown(Choice? decision, string? show) =>
        show switch
        {
            "open" => decision is null,
            "approve" or "skip" or "needs-verify" => decision is { } choice && PackFormat.NameOf(choice) == show,
            _ => true,
        };

    private static bool Holds(CandidateView candidate, string? query)
    {
        string[] fields = [candidate.Title, candidate.Summary, candidate.Url, candidate.Type, candidate.Concept.Name];
        return (query ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => fields.Any(field => field.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
