using System.Text.Json.Nodes;
using NewsEducator.Judge;

namespace NewsEducator.Conformance.Day;

/// <summary>The figures of a day by the keys of its suite.</summary>
internal static class DayFigures
{
    private const int Taught = 2;
    private const string ReleaseNoise = "release_noise";

    /// <param name="day">Every row once.</param>
    public static JsonObject Of(IReadOnlyList<JudgedRow> day)
    {
        var clear = day.Where(each => !each.Row.IsBorderline).ToList();
        var taught = day.Where(each => each.Row.Value >= Taught).ToList();
        var points = taught
            .Where(each => each.IsOffered)
            .SelectMany(each => each.Row.Points.Select(span => SentenceFitting.Holds(SentenceFitting.WordsOf(each.Summary.Text), span)))
            .ToList();
        return new JsonObject
        {
            ["ndcg5"] = Ndcg(day, 5),
            ["ndcg10"] = Ndcg(day, 10),
            ["aucValue2"] = Auc(
                [.. taught.Select(each => each.Rank)],
                [.. day.Where(each => each.Row.Value < Taught).Select(each => each.Rank)]
            ),
            ["offeredValue2"] = Share(taught, each => each.IsOffered),
            ["conceptAccuracy"] = Share(day.Where(each => each.Row.Concepts.Count > 0), each => each.HasRightConcept),
            ["typeAccuracy"] = Share(day.Where(each => each.Row is { IsWorth: true, Types.Count: > 0 }), each => each.HasRightType),
            ["pointCoverage"] = Share(points, covered => covered),
            ["worthBalancedAccuracy"] =
                (
                    Share(clear.Where(each => each.Row.IsWorth), each => each.IsOffered)
                    + Share(clear.Where(each => !each.Row.IsWorth), each => !each.IsOffered)
                ) / 2,
            ["releaseNoise"] = Share(day.Where(each => each.Row.Label == ReleaseNoise), each => each.IsOffered),
            ["offered"] = day.Count(each => each.IsOffered),
            ["n"] = day.Count,
        };
    }

    // Rows of one rank share their places: the mean over all orders among them.
    private static double Ndcg(IReadOnlyList<JudgedRow> day, int places)
    {
        var gain = 0.0;
        var at = 0;
        foreach (var tied in day.GroupBy(each => each.Rank).OrderByDescending(group => group.Key))
        {
            var (count, mean) = (tied.Count(), tied.Average(each => each.Row.Value));
            gain += mean * Enumerable.Range(at, count).Where(place => place < places).Sum(Discount);
            at += count;
        }

        return gain
            / day.Select(each => each.Row.Value).OrderDescending().Take(places).Select((value, place) => value * Discount(place)).Sum();
    }

    private static double Discount(int place) => 1 / Math.Log2(place + 2);

    private static double Auc(double[] better, double[] worse) =>
        better.Average(one =>
            worse.Average(other =>
                one > other ? 1
                : one == other ? 0.5
                : 0
            )
        );

    private static double Share<T>(IEnumerable<T> all, Func<T, bool> holds) =>
        all.Select(each => holds(each) ? 1.0 : 0).DefaultIfEmpty().Average();
}
