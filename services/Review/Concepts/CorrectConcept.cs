using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Edits;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Concepts;

/// <summary>A reviewer chooses another concept, or says that none fits.</summary>
internal static class CorrectConcept
{
    private const int LongestNamed = 40;

    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        ConceptRequest request,
        LearningMap map,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var (concept, problem) = await FindAsync(map, request.Concept, cancellationToken);
        return concept is null
            ? problem!
            : await ChangeCandidate.ChangeAsync(
                id,
                db,
                http,
                (pack, candidate) =>
                {
                    db.CorrectConcept(pack, candidate, concept, Actor.From(http.User, "api"), time.GetUtcNow());
                    return null;
                },
                cancellationToken,
                isConditional: true
            );
    }

    /// <returns>The concept with this key, or why there is none.</returns>
    public static async Task<(Concept? Concept, ProblemHttpResult? Problem)> FindAsync(
        LearningMap map,
        string key,
        CancellationToken cancellationToken
    )
    {
        var concepts = await map.ReadAsync(cancellationToken);
        return concepts.Count == 0 ? (null, Problems.Of(StatusCodes.Status503ServiceUnavailable, "concept.unreachable"))
            : concepts.FirstOrDefault(each => each.Key == key) is { } concept ? (concept, null)
            : (
                null,
                Problems.Of(
                    StatusCodes.Status422UnprocessableEntity,
                    "concept.unknown",
                    PlainText.Line(key, LongestNamed),
                    string.Join(", ", concepts.Select(each => each.Key))
                )
            );
    }
}
