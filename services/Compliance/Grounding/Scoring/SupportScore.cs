using System.Text.Json;
using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Scoring;

/// <summary>How well sentences in the source's language are backed by the source: a weighted sum over <see cref="SupportFeatures"/>, from
/// support.json.</summary>
internal static class SupportScore
{
    /// <summary>Backed from here on, whatever the text is about.</summary>
    public const double Threshold = 0;

    private static readonly Model Shipped = Load();

    /// <param name="Feature">A name of <see cref="SupportFeatures.Names"/>.</param>
    /// <param name="Above">Counts only what lies above it.</param>
    /// <param name="Times">A second feature that the first is multiplied with.</param>
    /// <param name="Weight">Of the term.</param>
    internal sealed record Term(string Feature, double? Above, string? Times, double Weight)
    {
        private readonly int _feature = IndexOf(Feature);
        private readonly int _times = Times is null ? -1 : IndexOf(Times);

        public double Of(double[] features)
        {
            var value = Above is { } above ? Math.Max(0, features[_feature] - above) : features[_feature];
            return Weight * value * (_times < 0 ? 1 : features[_times]);
        }

        private static int IndexOf(string name)
        {
            var index = SupportFeatures
                .Names.Index()
                .Where(each => each.Item == name)
                .Select(each => each.Index)
                .DefaultIfEmpty(-1)
                .First();
            return index >= 0 ? index : throw new InvalidDataException($"support.json: there is no feature '{name}'.");
        }
    }

    internal sealed record Model(double Bias, IReadOnlyList<Term> Terms);

    public static double Of(IReadOnlyList<string> sentences, Wording source)
    {
        var features = SupportFeatures.Of(sentences, source);
        return Shipped.Bias + Shipped.Terms.Sum(term => term.Of(features));
    }

    private static Model Load()
    {
        using var stream = typeof(SupportScore).Assembly.GetManifestResourceStream("support.json")!;
        return JsonSerializer.Deserialize<Model>(stream, JsonSerializerOptions.Web)!;
    }
}
