using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates.Listing;

/// <summary>Where a page of candidates ended: a moment and an id, opaque to callers.</summary>
internal static class Cursor
{
    public const int DefaultLimit = 50;
    private const int LargestLimit = 200;

    /// <returns>Why the page cannot be given, or null.</returns>
    public static ProblemHttpResult? Problem(string? cursor, int limit, out (DateTimeOffset At, Guid Id)? after)
    {
        after = null;
        if (limit is < 1 or > LargestLimit)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "list.limit", LargestLimit);
        }

        if (cursor is null)
        {
            return null;
        }

        after = Read(cursor);
        return after is null ? Problems.Of(StatusCodes.Status400BadRequest, "list.cursor") : null;
    }

    /// <param name="found">One more than the limit where there is a further page.</param>
    public static CandidatePage PageOf(
        List<Candidate> found,
        int limit,
        Func<Candidate, (DateTimeOffset At, Guid Id)> place,
        string? viewer
    ) =>
        new(
            [.. found.Take(limit).Select(candidate => CandidateView.Of(candidate, viewer))],
            found.Count > limit ? Write(place(found[limit - 1])) : null
        );

    public static string Write((DateTimeOffset At, Guid Id) place) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place.At.UtcTicks}.{place.Id:N}")));

    private static (DateTimeOffset At, Guid Id)? Read(string cursor)
    {
        if (cursor.Length > 100 || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        return
            Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(id, "N", out var last)
            ? (new DateTimeOffset(at, TimeSpan.Zero), last)
            : null;
    }
}
