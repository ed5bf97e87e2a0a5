using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Summarizer.Data;

namespace NewsEducator.Summarizer.Chat.Spending;

internal static class ReadSpending
{
    private const int Days = 31;

    /// <summary>What a model took on a day (UTC).</summary>
    internal sealed record SpentView(DateOnly Day, string Model, int Answers, int Items, long InputTokens, long OutputTokens, decimal Cost);

    /// <summary>What models took in the last month, by day and model, latest first.</summary>
    public static async Task<Ok<List<SpentView>>> Handle(SummarizerDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var since = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-Days);
        return TypedResults.Ok(
            await db
                .ModelCalls.Where(call => call.Day > since)
                .GroupBy(call => new { call.Day, call.Model })
                .OrderByDescending(group => group.Key.Day)
                .ThenBy(group => group.Key.Model)
                .Select(group => new SpentView(
                    group.Key.Day,
                    group.Key.Model,
                    group.Count(),
                    group.Select(call => call.ItemId).Distinct().Count(),
                    group.Sum(call => call.InputTokens),
                    group.Sum(call => call.OutputTokens),
                    group.Sum(call => call.Cost)
                ))
                .ToListAsync(cancellationToken)
        );
    }
}
