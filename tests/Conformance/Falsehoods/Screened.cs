using System.Text.Json.Nodes;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>Plants every kind of falsehood in the true summaries of some threads and counts what screening catches.</summary>
internal static class Screened
{
    private const int Seed = 20260101;

    // What replaces the true words occurs in the source as well, only not there: the harder half.
    private const string Present = "present.";
    private static readonly IPlanter[] Planters =
    [
        new NumberPlanter(),
        new UnitPlanter(),
        new VersionPlanter(),
        new NamePlanter(),
        new NegationPlanter(),
        new SourcePlanter(),
        new QuotePlanter(),
    ];

    /// <summary>Share of falsehoods caught, by kind, and the share of true summaries that raise an alarm under
    /// <see cref="Alarms"/>.</summary>
    internal sealed record Figures(IReadOnlyDictionary<string, Caught> Kinds, double FalseAlarms, int TrueSummaries)
    {
        public IEnumerable<KeyValuePair<string, JsonNode?>> ToJson() =>
            [
                .. Kinds.Select(kind =>
                    KeyValuePair.Create(
                        kind.Key,
                        (JsonNode?)
                            new JsonObject
                            {
                                ["caught"] = kind.Value.Share,
                                ["n"] = kind.Value.Of,
                                ["threads"] = kind.Value.Threads,
                            }
                    )
                ),
                new("falseAlarms", FalseAlarms),
                new("trueSummaries", TrueSummaries),
            ];
    }

    /// <summary>Each thread counts once, however much was planted in its summaries.</summary>
    /// <param name="Share">Mean of the threads' shares.</param>
    /// <param name="Of">How much was planted.</param>
    /// <param name="Threads">In how many threads.</param>
    internal sealed record Caught(double Share, int Of, int Threads)
    {
        public static Caught In(IReadOnlyCollection<(string Thread, bool IsCaught)> planted)
        {
            var shares = planted.GroupBy(each => each.Thread).Select(thread => thread.Average(each => each.IsCaught ? 1.0 : 0)).ToList();
            return new Caught(shares.DefaultIfEmpty().Average(), planted.Count, shares.Count);
        }
    }

    public static Figures Measure(IEnumerable<Snapshot> snapshots, Action<string> log)
    {
        var truths = snapshots.DistinctBy(snapshot => snapshot.Text).SelectMany(TrueSummaries.Of).ToList();
        var alarms = truths.ToDictionary(truth => truth, truth => truth.Alarms());
        foreach (var (truth, findings) in truths.Select(truth => (truth, alarms[truth])).Where(pair => pair.Item2.Count > 0))
        {
            log(
                $"false alarm: {truth.Snapshot.Title}: {string.Join(" / ", findings.Select(finding => $"{finding.Rule} {finding.MessageEn} {(finding.Sentence is { } at ? truth.Content.Claims[at] : null)}"))}"
            );
        }

        var others = new Others(
            truths,
            [.. truths.SelectMany(truth => Names.In(truth.Content.Text)).Select(name => name.Value.Trim('`')).Distinct()]
        );
        var kinds = Planters
            .Select(planter => (planter.Kind, Caught: Count(planter, truths, others, alarms, log)))
            .SelectMany(planter => new[] { (planter.Kind, planter.Caught.Foreign), (Present + planter.Kind, planter.Caught.Present) })
            .Where(kind => !kind.Item1.StartsWith(Present, StringComparison.Ordinal) || kind.Item2.Of > 0)
            .ToDictionary(kind => kind.Item1, kind => kind.Item2);
        return new Figures(
            kinds,
            Caught.In([.. truths.Select(truth => (truth.Snapshot.Text, alarms[truth].Count > 0))]).Share,
            truths.Count
        );
    }

    // Caught is what raises a finding of the changed sentence that the true summary did not raise; where the whole summary was put under
    // another source, any such finding.
    private static (Caught Foreign, Caught Present) Count(
        IPlanter planter,
        List<Summarized> truths,
        Others others,
        Dictionary<Summarized, IReadOnlyList<Finding>> alarms,
        Action<string> log
    )
    {
        var random = new Random(Seed);
        Dictionary<bool, List<(string Thread, bool IsCaught)>> counts = new() { [false] = [], [true] = [] };
        foreach (var truth in truths)
        {
            foreach (var plant in planter.Plant(truth, others, random))
            {
                var isCaught = plant
                    .Lie.Alarms()
                    .Where(finding => plant.Sentence is null || finding.Sentence == plant.Sentence)
                    .Any(finding => !alarms[truth].Contains(finding));
                counts[plant.IsPresent].Add((truth.Snapshot.Text, isCaught));
                if (!isCaught)
                {
                    log($"missed {(plant.IsPresent ? Present : "")}{planter.Kind}: {plant.What}");
                }
            }
        }

        return (Caught.In(counts[false]), Caught.In(counts[true]));
    }
}
