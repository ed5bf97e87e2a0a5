using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Search;

/// <summary>Full-text search of what is published.</summary>
internal static class FindItems
{
    public const int Most = 50;
    private const int LongestQuery = 200;
    private const int MostRuns = 12;

    public static async Task<RazorComponentResult> Page(Frame frame, PublisherDb db, CancellationToken cancellationToken, string? q = null)
    {
        var query = q is { Length: > LongestQuery } ? q[..LongestQuery] : q ?? "";
        return new RazorComponentResult<SearchPage>(
            new
            {
                Frame = frame,
                Query = Contracts.PlainText.Line(query),
                Items = await FindAsync(db, query, cancellationToken),
            }
        );
    }

    /// <summary>Newest first: every run of the query occurs as it is written.</summary>
    public static async Task<List<DigestItem>> FindAsync(PublisherDb db, string query, CancellationToken cancellationToken)
    {
        var runs = SearchTokens.RunsOf(SearchTokens.Fold(query)).Distinct().Take(MostRuns).ToList();
        if (runs.Count == 0)
        {
            return [];
        }

        var tokens = runs.SelectMany(SearchTokens.OfRun).Distinct().ToList();
        var found = Published.Items(db).Where(item => tokens.All(token => item.SearchTokens.Contains(token)));
        foreach (var run in runs)
        {
            // Pairs may come from several places; the index has narrowed the search before the text is read.
            found = found.Where(item => item.SearchText.Contains(run));
        }

        return await found.OrderByDescending(item => item.DigestDate).ThenBy(item => item.Number).Take(Most).ToListAsync(cancellationToken);
    }
}
