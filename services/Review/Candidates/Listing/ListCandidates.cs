using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates.Listing;

/// <summary>All candidates, newest first, a page at a time; each filter narrows.</summary>
internal static class ListCandidates
{
    private const int LongestText = 100;

    internal sealed record Filter
    {
        public CandidateState? State { get; init; }

        public string? Type { get; init; }

        public SourceKind? Kind { get; init; }

        public string? Concept { get; init; }

        public Verdict? Verdict { get; init; }

        public DateOnly? PackDate { get; init; }

        public string? AssignedTo { get; init; }

        public string? Text { get; init; }
    }

    public static async Task<Results<Ok<CandidatePage>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter,
        ReviewDb db,
        ClaimsPrincipal user,
        CancellationToken cancellationToken,
        string? cursor = null,
        int limit = Cursor.DefaultLimit
    )
    {
        if (filter.Text?.Length > LongestText)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "list.text", LongestText);
        }

        if (Cursor.Problem(cursor, limit, out var after) is { } problem)
        {
            return problem;
        }

        var found = await Page(Matching(db, filter), after).Take(limit + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Cursor.PageOf(found, limit, candidate => (candidate.ArrivedAt, candidate.Id), user.Identity?.Name));
    }

    /// <summary>What comes after the cursor, found by one descent of the index however far down it is.</summary>
    internal static IQueryable<Candidate> Page(IQueryable<Candidate> candidates, (DateTimeOffset At, Guid Id)? after)
    {
        if (after is { } last)
        {
            candidates = candidates.Where(candidate =>
                EF.Functions.LessThan(ValueTuple.Create(candidate.ArrivedAt, candidate.Id), ValueTuple.Create(last.At, last.Id))
            );
        }

        return candidates.OrderByDescending(candidate => candidate.ArrivedAt).ThenByDescending(candidate => candidate.Id);
    }

    private static IQueryable<Candidate> Matching(ReviewDb db, Filter filter)
    {
        var candidates = db.Candidates.AsNoTracking();
        candidates = filter.State is { } state ? candidates.Where(candidate => candidate.State == state) : candidates;
        candidates = Equal(candidates, ListColumns.Type, filter.Type);
        candidates = Equal(candidates, ListColumns.Kind, filter.Kind?.ToString());
        candidates = Equal(candidates, ListColumns.Concept, filter.Concept);
        candidates = Equal(candidates, ListColumns.Verdict, filter.Verdict?.ToString());
        if (filter.PackDate is { } date)
        {
            var pack = ItemIds.ForPack(date);
            candidates = candidates.Where(candidate => candidate.PackId == pack);
        }

        candidates = filter.AssignedTo is { } reviewer ? candidates.Where(candidate => candidate.AssignedTo == reviewer) : candidates;
        return filter.Text is { Length: > 0 } text
            ? candidates.Where(candidate =>
                EF.Functions.ILike(EF.Property<string>(candidate, ListColumns.SearchText), $"%{Literal(text)}%", @"\")
            )
            : candidates;
    }

    private static IQueryable<Candidate> Equal(IQueryable<Candidate> candidates, string column, string? value) =>
        value is null ? candidates : candidates.Where(candidate => EF.Property<string>(candidate, column) == value);

    public static string Literal(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
