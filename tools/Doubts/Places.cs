using System.Globalization;
using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Grounding.Scoring;
using NewsEducator.Conformance;
using NewsEducator.Conformance.Claims;
using NewsEducator.Conformance.Threads;
using NewsEducator.Contracts;
using NewsEducator.Judge;

namespace NewsEducator.Doubts;

/// <summary>A claim with the passages that may decide it.</summary>
/// <param name="Thread">Claims of one thread are left out together.</param>
/// <param name="Decides">Of each candidate, whether it overlaps a piece that decides.</param>
internal sealed record PlacedClaim(string Thread, IReadOnlyList<Candidate> Candidates, IReadOnlyList<bool> Decides);

/// <summary>Fits the weights of <see cref="PlaceScore"/>; the same rows give the same weights.</summary>
internal static class Places
{
    private const double Penalty = 0.01;
    private const int Folds = 10;

    public static IReadOnlyList<PlacedClaim> Read(IEnumerable<string> folders) => [.. folders.SelectMany(Read)];

    /// <param name="output">Gets how often the first passage decides, by weights that were fitted without its thread.</param>
    public static IReadOnlyDictionary<string, double> Fit(IReadOnlyList<PlacedClaim> claims, TextWriter output)
    {
        var threads = claims.Select(claim => claim.Thread).Distinct().Order(StringComparer.Ordinal).ToList();
        var leftOut = Enumerable
            .Range(0, Folds)
            .SelectMany(fold =>
            {
                var held = threads.Where((_, at) => at % Folds == fold).ToHashSet();
                var weights = WeightsOf([.. claims.Where(claim => !held.Contains(claim.Thread))]);
                return claims.Where(claim => held.Contains(claim.Thread)).Select(claim => IsFirstRight(claim, weights));
            })
            .ToList();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"first passage decides, of {claims.Count}: by the score alone {claims.Average(claim => claim.Decides[0] ? 1.0 : 0):0.000}, left out {leftOut.Average(isRight => isRight ? 1.0 : 0):0.000}"
            )
        );
        return PlaceScore.Names.Zip(WeightsOf(claims)).ToDictionary(pair => pair.First, pair => Math.Round(pair.Second, 4));
    }

    private static IEnumerable<PlacedClaim> Read(string folder)
    {
        var rows = JsonLines.Read<ClaimRow>(new DirectoryInfo(folder), "claims.jsonl").ToList();
        var threads = JsonLines.Read<LabelledThread>(ClaimsSuite.ThreadsOf(new DirectoryInfo(folder)), "labelled.jsonl");
        foreach (var thread in threads)
        {
            var facts = new SourceFacts(ThreadSnapshot.Of(thread));
            var text = new WhitespaceNormalizedText(facts.Text);
            foreach (var row in rows.Where(row => row.Thread == thread.Id))
            {
                var pieces = (row.Evidence ?? []).Select(text.Find).OfType<Range>().ToList();
                var candidates = Aligned.Of(row.Sentence, facts.Passages).Candidates;
                if (pieces.Count > 0 && candidates.Count > 0)
                {
                    yield return new PlacedClaim(
                        row.Thread,
                        candidates,
                        [
                            .. candidates.Select(candidate =>
                                pieces.Exists(piece => Overlap(facts.Passages.All[candidate.Passage].Span, piece))
                            ),
                        ]
                    );
                }
            }
        }
    }

    private static bool Overlap(Range one, Range other) => one.Start.Value < other.End.Value && other.Start.Value < one.End.Value;

    private static double[] WeightsOf(IReadOnlyList<PlacedClaim> claims)
    {
        var known = claims.Where(claim => claim.Decides.Contains(true)).ToList();
        var scale = Scale.Of([.. known.SelectMany(claim => claim.Candidates).Select(candidate => candidate.Features)]);
        var lists = known.ConvertAll(claim => new ScoredList(
            [.. claim.Candidates.Select(candidate => scale.Standardized(candidate.Features))],
            [.. claim.Decides.Select(decides => decides ? 1.0 / claim.Decides.Count(each => each) : 0)],
            1
        ));
        return [.. ListwiseRegression.Fit(lists, Penalty).Weights.Select((weight, at) => weight * scale.Factors[at])];
    }

    private static bool IsFirstRight(PlacedClaim claim, double[] weights) =>
        claim.Decides[claim.Candidates.Index().MaxBy(each => each.Item.Features.Zip(weights).Sum(pair => pair.First * pair.Second)).Index];
}
