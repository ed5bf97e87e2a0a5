using System.Globalization;

namespace NewsEducator.Benchmarks;

/// <summary>All sides in turn, round after round: what the machine does beside it meets each of them alike.</summary>
internal static class Race
{
    private const int Rounds = 5;
    private const double WarmUp = 2000;
    private const double RoundLength = 1000;

    /// <param name="ours">What is compared.</param>
    /// <param name="peers">With what, and how many times slower each is to be.</param>
    /// <param name="log">Takes a line for each peer.</param>
    /// <returns>Whether all goals are met.</returns>
    public static bool Run(Side ours, IReadOnlyList<(Side Side, double Goal)> peers, TextWriter log)
    {
        var sides = peers.Select(peer => peer.Side).Prepend(ours).ToList();
        var passes = sides.ConvertAll(PassesOfARound);
        var rounds = Enumerable
            .Range(0, Rounds)
            .Select(_ => sides.Zip(passes, (side, count) => side.Measure(count) / count).ToArray())
            .ToList();
        log.WriteLine(Line($"  {ours.Name}: {Median(rounds.Select(round => round[0])):0.000} ms"));
        var met = true;
        foreach (var ((side, goal), at) in peers.Select((peer, index) => (peer, index + 1)))
        {
            var ratios = rounds.ConvertAll(round => round[at] / round[0]);
            met &= Median(ratios) >= goal;
            log.WriteLine(
                Line(
                    $"  {side.Name}: {Median(rounds.Select(round => round[at])):0.000} ms, {Median(ratios):0.00} times as long ({ratios.Min():0.00} to {ratios.Max():0.00}), goal {goal}: {(Median(ratios) >= goal ? "met" : "missed")}"
                )
            );
        }

        return met;
    }

    public static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static int PassesOfARound(Side side)
    {
        var (spent, done, last) = (0.0, 0, 0.0);
        while (spent < WarmUp)
        {
            var passes = Math.Max(1, done);
            last = side.Measure(passes) / passes;
            spent += last * passes;
            done += passes;
        }

        return Math.Max(1, (int)(RoundLength / Math.Max(last, 0.001)));
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
