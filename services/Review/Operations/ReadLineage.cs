using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Operations;

/// <summary>Follows one item through all services, found by its id, its address or words of its title.</summary>
internal sealed class ReadLineage(ReviewDb db, ServiceCalls calls)
{
    private const int MostFound = 20;

    /// <param name="of">Id of the item or candidate, address, or words of the title.</param>
    public static async Task<Ok<LineageView>> Handle(string of, ReadLineage read, CancellationToken cancellationToken) =>
        TypedResults.Ok(await read.ReadAsync(of.Trim(), cancellationToken));

    public async Task<LineageView> ReadAsync(string of, CancellationToken cancellationToken)
    {
        var candidates = await FindAsync(of, cancellationToken);
        var known = candidates.DistinctBy(candidate => candidate.ItemId).ToList();
        var found = known.ConvertAll(candidate => new LineageItem(candidate.ItemId, candidate.Content.Title, candidate.Url));
        var id = known switch
        {
            [var only] => only.ItemId,
            [] => IdOf(of),
            _ => null,
        };
        return id is null
            ? new LineageView(found, null, [])
            : new LineageView(
                found,
                TraceOf(known.FirstOrDefault()),
                await StepsAsync(id.Value, known.FirstOrDefault(), cancellationToken)
            );
    }

    private async Task<List<Candidate>> FindAsync(string of, CancellationToken cancellationToken)
    {
        var candidates = IdOf(of) is { } id
            ? db.Candidates.FromSql($"SELECT * FROM candidates WHERE id = {id} OR source->>'itemId' = {id.ToString()}")
            : db.Candidates.Where(candidate =>
                EF.Functions.ILike(EF.Property<string>(candidate, ListColumns.SearchText), $"%{ListCandidates.Literal(of)}%", @"\")
            );
        return await candidates
            .AsNoTracking()
            .OrderByDescending(candidate => candidate.ArrivedAt)
            .Take(MostFound)
            .ToListAsync(cancellationToken);
    }

    private static Guid? IdOf(string of) =>
        Guid.TryParse(of, out var id) ? id
        : CanonicalUrl.TryParse(of, out var url) ? ItemIds.ForUrl(url.AbsoluteUri)
        : null;

    private static string? TraceOf(Candidate? candidate) =>
        ActivityContext.TryParse(candidate?.TraceParent, null, out var trace) ? trace.TraceId.ToHexString() : null;

    private async Task<IReadOnlyList<LineageStep>> StepsAsync(Guid itemId, Candidate? candidate, CancellationToken cancellationToken)
    {
        var steps = await Task.WhenAll(
            StepAsync("collector", $"/api/items/{itemId}", Collected, cancellationToken),
            StepAsync("summarizer", $"/api/summaries/{candidate?.Id ?? itemId}", Summarized, cancellationToken),
            StepAsync("compliance", $"/api/screenings/{itemId}", Screened, cancellationToken),
            StepAsync("publisher", $"/api/items/{itemId}", Published, cancellationToken)
        );
        return [steps[0], steps[1], steps[2], await ReviewedAsync(candidate, cancellationToken), steps[3]];
    }

    private async Task<LineageStep> StepAsync(
        string service,
        string path,
        Func<JsonNode, (string State, DateTimeOffset? At, string? Detail)> read,
        CancellationToken cancellationToken
    )
    {
        var answer = await calls.SendAsync(HttpMethod.Get, service, path, null, cancellationToken);
        if (answer.Json() is not { } json)
        {
            return new LineageStep(service, null, null, null, answer.Status != StatusCodes.Status404NotFound, null);
        }

        var (state, at, detail) = read(json);
        return new LineageStep(service, state, at, detail, false, null);
    }

    private static (string, DateTimeOffset?, string?) Collected(JsonNode json)
    {
        var item = json["item"]!;
        var versions = json["snapshots"]?.AsArray().Count ?? 0;
        var detail = string.Join(
            " · ",
            new[] { (string?)item["sourceId"], (string?)item["reason"], (string?)item["detail"], (string?)item["snapshotId"] }
                .OfType<string>()
                .Append($"{versions} ×")
        );
        return ((string)item["state"]!, (DateTimeOffset?)item["firstSeenAt"], detail);
    }

    private static (string, DateTimeOffset?, string?) Summarized(JsonNode json) =>
        ((string)json["engine"]!, (DateTimeOffset?)json["writtenAt"], (string?)json["summary"]?["title"]);

    private static (string, DateTimeOffset?, string?) Screened(JsonNode json)
    {
        var latest = json.AsArray()[0]!;
        var rules = (latest["findings"]?.AsArray() ?? []).Select(finding => (string?)finding?["rule"]).OfType<string>().Distinct();
        return ((string?)latest["verdict"] ?? "", (DateTimeOffset?)latest["screenedAt"], string.Join(", ", rules));
    }

    private static (string, DateTimeOffset?, string?) Published(JsonNode json) =>
        ((string?)json["withdrawnAs"] ?? "published", (DateTimeOffset?)json["withdrawnAt"], $"{json["digestDate"]} #{json["number"]}");

    private async Task<LineageStep> ReviewedAsync(Candidate? candidate, CancellationToken cancellationToken)
    {
        if (candidate is null)
        {
            return new LineageStep(ReadOperations.Own, null, null, null, false, null);
        }

        var date = await db
            .Packs.Where(pack => pack.Id == candidate.PackId)
            .Select(pack => (DateOnly?)pack.Date)
            .SingleOrDefaultAsync(cancellationToken);
        var detail = string.Join(" · ", new[] { date?.ToString("O"), candidate.DecidedBy, candidate.Reason }.OfType<string>());
        return new LineageStep(
            ReadOperations.Own,
            candidate.State.ToString(),
            candidate.DecidedAt ?? candidate.ArrivedAt,
            detail,
            false,
            $"/candidates/{candidate.Id}"
        );
    }
}
