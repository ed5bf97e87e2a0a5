using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsEducator.Review.Ranking;

namespace NewsEducator.Review.Pages;

/// <summary>Tries other weights on the days that are over.</summary>
internal static class RankingPages
{
    public static async Task<RazorComponentResult> Show(
        [AsParameters] RankingChanges changes,
        PreviewRanking preview,
        IOptions<ReviewOptions> options,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        var (shown, problem) = await preview.ReadAsync(changes, cancellationToken);
        return new RazorComponentResult<RankingPage>(
            new
            {
                Reader = reader,
                Weights = Written(changes.Of(options.Value), changes.WantedDays),
                Preview = shown,
                Message = problem is null ? null : PackPages.Said(problem, reader),
            }
        )
        {
            StatusCode = problem?.StatusCode ?? StatusCodes.Status200OK,
        };
    }

    private static IReadOnlyList<(string Name, string Value)> Written(RankingOptions ranking, int days) =>
        [
            ("days", Written(days)),
            ("packSize", Written(ranking.PackSize)),
            ("valueWeight", Written(ranking.ValueWeight)),
            ("voicesWeight", Written(ranking.VoicesWeight)),
            ("recencyWeight", Written(ranking.RecencyWeight)),
            ("repeatPenalty", Written(ranking.RepeatPenalty)),
            ("sourcePenalty", Written(ranking.SourcePenalty)),
            ("ledgerPenalty", Written(ranking.LedgerPenalty)),
            ("ledgerDays", Written(ranking.LedgerDays)),
            ("lowestWorth", Written(ranking.LowestWorth)),
            ("lowestValue", Written(ranking.LowestValue)),
        ];

    private static string Written(double value) => value.ToString(CultureInfo.InvariantCulture);
}
