using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Digests;

internal static class ReadDigests
{
    private const int PageSize = 60;

    /// <param name="before">Keyset: digests dated earlier than this.</param>
    public static async Task<RazorComponentResult<DigestListPage>> List(PublisherDb db, CancellationToken cancellationToken, DateOnly? before = null)
    {
        var digests = await db.Digests.AsNoTracking().Include(digest => digest.Items)
            .Where(digest => before == null || digest.Date < before)
            .OrderByDescending(digest => digest.Date).Take(PageSize)
            .ToListAsync(cancellationToken);
        return new RazorComponentResult<DigestListPage>(new { Digests = digests, HasMore = digests.Count == PageSize });
    }

    public static async Task<Results<RazorComponentResult<DigestPage>, NotFound>> Page(DateOnly date, PublisherDb db, CancellationToken cancellationToken) =>
        await FindAsync(db, date, cancellationToken) is { } digest
            ? new RazorComponentResult<DigestPage>(new { Digest = digest })
            : TypedResults.NotFound();

    public static async Task<Results<ContentHttpResult, NotFound>> Markdown(DateOnly date, PublisherDb db, CancellationToken cancellationToken) =>
        await FindAsync(db, date, cancellationToken) is { } digest
            ? TypedResults.Text(DigestText.Render(digest), "text/markdown; charset=utf-8")
            : TypedResults.NotFound();

    /// <summary>A digest as JSON: the fields of its public event.</summary>
    internal sealed record DigestView(DateOnly Date, int Revision, string Title, DateTimeOffset PublishedAt, IReadOnlyList<DigestEntry> Items);

    public static async Task<Results<Ok<DigestView>, NotFound>> Json(DateOnly date, PublisherDb db, CancellationToken cancellationToken) =>
        await FindAsync(db, date, cancellationToken) is { } digest
            ? TypedResults.Ok(new DigestView(
                digest.Date, digest.Revision, DigestText.TitleOf(digest), digest.PublishedAt, [.. digest.InOrder().Select(item => item.ToEntry())]))
            : TypedResults.NotFound();

    public static Task<Digest?> FindAsync(PublisherDb db, DateOnly date, CancellationToken cancellationToken) =>
        db.Digests.AsNoTracking().Include(digest => digest.Items).SingleOrDefaultAsync(digest => digest.Date == date, cancellationToken);
}
