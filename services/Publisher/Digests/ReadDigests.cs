using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Digests;

internal static class ReadDigests
{
    private const int PageSize = 30;

    private static readonly JsonSchemaExporterOptions OpenSchema = new() { TransformSchemaNode = (_, schema) => WithoutClosing(schema) };

    /// <param name="before">Keyset: digests dated earlier than this.</param>
    public static async Task<RazorComponentResult> List(
        Frame frame,
        PublisherDb db,
        CancellationToken cancellationToken,
        DateOnly? before = null
    )
    {
        var digests = await Published
            .Digests(db)
            .Where(digest => before == null || digest.Date < before)
            .OrderByDescending(digest => digest.Date)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        return new RazorComponentResult<DigestListPage>(
            new
            {
                Frame = frame,
                Title = frame["site"],
                Path = before is null ? "/digests" : $"/digests?before={Frame.Iso(before.Value)}",
                Digests = digests,
                HasMore = digests.Count == PageSize,
                Months = (IReadOnlyList<DigestMonth>)await DigestMonth.AllAsync(db, cancellationToken),
            }
        );
    }

    public static async Task<Results<RazorComponentResult, NotFound>> Month(
        string month,
        Frame frame,
        PublisherDb db,
        CancellationToken cancellationToken
    )
    {
        if (DigestMonth.Parse(month) is not { } first)
        {
            return TypedResults.NotFound();
        }

        var next = first.AddMonths(1);
        var digests = await Published
            .Digests(db)
            .Where(digest => digest.Date >= first && digest.Date < next)
            .OrderByDescending(digest => digest.Date)
            .ToListAsync(cancellationToken);
        return digests.Count == 0
            ? TypedResults.NotFound()
            : new RazorComponentResult<DigestListPage>(
                new
                {
                    Frame = frame,
                    Title = frame.Text("archive.title", month),
                    Path = $"/archive/{month}",
                    DeckPath = await db.Cards.AnyAsync(card => card.DigestDate >= first && card.DigestDate < next, cancellationToken)
                        ? $"months/{month}/"
                        : "",
                    Digests = digests,
                    Months = (IReadOnlyList<DigestMonth>)await DigestMonth.AllAsync(db, cancellationToken),
                }
            );
    }

    public static async Task<Results<RazorComponentResult, NotFound>> Page(
        DateOnly date,
        Frame frame,
        PublisherDb db,
        IOptions<PublisherOptions> options,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(db, date, cancellationToken) is { } digest
            ? new RazorComponentResult<DigestPage>(
                new
                {
                    Frame = frame,
                    Digest = digest,
                    Neighbours = await DigestNeighbours.OfAsync(db, date, cancellationToken),
                    Aigc = GeneratedLabel.Of(options.Value, digest.PackId)?.Metadata(),
                }
            )
            : TypedResults.NotFound();

    public static async Task<Results<RazorComponentResult, NotFound>> History(
        DateOnly date,
        Frame frame,
        PublisherDb db,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(db, date, cancellationToken) is { } digest
            ? new RazorComponentResult<HistoryPage>(new { Frame = frame, Digest = digest })
            : TypedResults.NotFound();

    public static async Task<Results<ContentHttpResult, NotFound>> Markdown(
        DateOnly date,
        PublisherDb db,
        IOptions<PublisherOptions> options,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(db, date, cancellationToken) is { } digest
            ? TypedResults.Text(DigestText.Render(digest, options.Value.LabelGenerated), "text/markdown; charset=utf-8")
            : TypedResults.NotFound();

    public static async Task<Results<ContentHttpResult, NotFound>> Text(
        DateOnly date,
        Frame frame,
        PublisherDb db,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(db, date, cancellationToken) is { } digest
            ? TypedResults.Text(DigestPlainText.Render(digest, frame), "text/plain; charset=utf-8")
            : TypedResults.NotFound();

    public static async Task<Results<Ok<DigestView>, NotFound>> Json(
        DateOnly date,
        Frame frame,
        PublisherDb db,
        IOptions<PublisherOptions> options,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(db, date, cancellationToken) is { } digest
            ? TypedResults.Ok(DigestView.Of(digest, frame, GeneratedLabel.Of(options.Value, digest.PackId)))
            : TypedResults.NotFound();

    /// <summary>JSON Schema of a digest's JSON. Unlike a request, a digest may get further members: readers have to pass over
    /// them.</summary>
    public static Ok<JsonNode> Schema(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) =>
        TypedResults.Ok(json.Value.SerializerOptions.GetJsonSchemaAsNode(typeof(DigestView), OpenSchema));

    private static JsonNode WithoutClosing(JsonNode schema)
    {
        if (schema is JsonObject type && type["additionalProperties"] is JsonValue closed && closed.GetValueKind() == JsonValueKind.False)
        {
            type.Remove("additionalProperties");
        }

        return schema;
    }

    public static Task<Digest?> FindAsync(PublisherDb db, DateOnly date, CancellationToken cancellationToken) =>
        Published.Digests(db).SingleOrDefaultAsync(digest => digest.Date == date, cancellationToken);
}
