using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Ranking;

/// <summary>What people decided, one JSON object a line, for <c>tools/Judge</c>: the models are fitted by that command and never by
/// themselves.</summary>
internal static class ExportLabels
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <param name="since">Decided at or after this moment; all of them where none is given.</param>
    public static IResult Handle(ReviewDb db, DateTimeOffset? since = null) =>
        TypedResults.Stream(stream => WriteAsync(db, since?.ToUniversalTime(), stream), "application/x-ndjson");

    private static async Task WriteAsync(ReviewDb db, DateTimeOffset? since, Stream stream)
    {
        var decided = db
            .Candidates.AsNoTracking()
            .Where(candidate =>
                candidate.Choice != null
                && candidate.Source != null
                && candidate.Planted == null
                && candidate.State != CandidateState.Offered
                && (since == null || candidate.DecidedAt >= since)
            )
            .OrderBy(candidate => candidate.DecidedAt)
            .ThenBy(candidate => candidate.Id)
            .Select(candidate => new
            {
                candidate.Source,
                candidate.Content,
                candidate.Choice,
                candidate.DecidedAt,
                IsCorrected = candidate.CorrectedConcept != null,
            });
        await foreach (var row in decided.AsAsyncEnumerable())
        {
            var label = new DecisionLabel
            {
                ItemId = row.Source!.ItemId,
                SnapshotId = row.Source.SnapshotId,
                Url = row.Source.CanonicalUrl,
                Kind = row.Source.Kind,
                Title = row.Source.Title,
                Decision = row.Choice!.Value,
                DecidedAt = row.DecidedAt!.Value,
                Type = row.Content.Type,
                Concept = row.IsCorrected || row.Choice == Choice.Approve ? row.Content.Concept.Key : null,
                Judgement = row.Content.Judgement,
            };
            await JsonSerializer.SerializeAsync(stream, label, Json);
            await stream.WriteAsync("\n"u8.ToArray());
        }
    }
}
