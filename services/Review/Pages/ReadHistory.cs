using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;
using NewsEducator.Review.Reviewers;
using Npgsql;

namespace NewsEducator.Review.Pages;

/// <summary>What people did, the latest first.</summary>
internal static class ReadHistory
{
    private const int PageSize = 100;

    public static IQueryable<HistoryLine> Lines(ReviewDb db) =>
        from entry in db.History.AsNoTracking()
        join candidate in db.Candidates on entry.CandidateId equals candidate.Id
        join pack in db.Packs on entry.PackId equals pack.Id
        select new HistoryLine
        {
            Id = entry.Id,
            CandidateId = entry.CandidateId,
            Title = candidate.Content.Title,
            Date = pack.Date,
            Number = candidate.Number,
            At = entry.At,
            By = entry.By,
            Via = entry.Via,
            Action = entry.Action.ToString(),
            Before = entry.Before,
            After = entry.After,
            Reason = entry.Reason,
            TextBefore = entry.TextBefore,
            TextAfter = entry.TextAfter,
            Opinions = candidate.Opinions,
        };

    public static List<HistoryLine> For(List<HistoryLine> lines, HttpContext http) =>
        lines.ConvertAll(line => line.For(http.User.Identity?.Name));

    public static async Task<RazorComponentResult> Show(
        ReviewDb db,
        NpgsqlDataSource database,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken,
        long? before = null
    )
    {
        var lines = await Lines(db)
            .Where(line => before == null || line.Id < before)
            .OrderByDescending(line => line.Id)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        var reviewers = (await GetReviewers.Handle(database, time, cancellationToken)).Value!;
        return new RazorComponentResult<HistoryPage>(
            new
            {
                Reader = Reader.Of(http),
                List = For(lines, http),
                Reviewers = reviewers,
                Earlier = lines.Count == PageSize ? lines[^1].Id : (long?)null,
            }
        );
    }
}
